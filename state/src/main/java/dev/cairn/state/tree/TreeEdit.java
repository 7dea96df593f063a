package dev.cairn.state.tree;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Changes to a tree, gathered by folder, so that each folder on the way of a change is written
/// once and no other is touched. Not thread-safe.
public final class TreeEdit {
  private final Folder top = new Folder();

  /// The changes within one folder; a null id is a removal.
  private static final class Folder {
    private final SortedMap<String, Folder> folders = new TreeMap<>();
    private final SortedMap<String, @Nullable String> files = new TreeMap<>();
  }

  /// @param put ids of contents by path
  public TreeEdit(Map<String, String> put, Set<String> delete) {
    delete.forEach(path -> change(path, null));
    put.forEach(this::change);
  }

  private void change(String path, @Nullable String id) {
    Folder folder = top;
    String[] names = path.split("/", -1);
    for (int i = 0; i < names.length - 1; i++) {
      folder = folder.folders.computeIfAbsent(names[i], name -> new Folder());
    }
    folder.files.put(names[names.length - 1], id);
  }

  /// Writes the changed tree and tells the id of its root.
  ///
  /// @param root the tree before; null for none
  public String apply(Folders folders, @Nullable String root) throws IOException {
    return folders.save(changed(folders, root, top));
  }

  private static SortedMap<String, Node> changed(
      Folders folders, @Nullable String before, Folder changes) throws IOException {
    SortedMap<String, Node> children =
        before == null ? new TreeMap<>() : new TreeMap<>(folders.open(before));
    for (Map.Entry<String, Folder> entry : changes.folders.entrySet()) {
      String name = entry.getKey();
      Node old = children.get(name);
      SortedMap<String, Node> inner =
          changed(folders, old != null && old.folder() ? old.id() : null, entry.getValue());
      if (!inner.isEmpty()) {
        children.put(name, new Node(folders.save(inner), true));
      } else if (old != null && old.folder()) {
        children.remove(name);
      }
    }
    files(changes, children);
    return children;
  }

  private static void files(Folder changes, SortedMap<String, Node> children) {
    for (Map.Entry<String, @Nullable String> file : changes.files.entrySet()) {
      String id = file.getValue();
      Node old = children.get(file.getKey());
      if (id != null) {
        children.put(file.getKey(), new Node(id, false));
      } else if (old != null && !old.folder()) {
        children.remove(file.getKey());
      }
    }
  }
}
