package dev.cairn.state.tree;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A tree as it was at one time, from its root folder.
public record Tree(Folders folders, String root) {
  /// A file by its path.
  public record Leaf(String path, String id) {}

  /// The file at a path.
  public Optional<Node> file(String path) throws IOException {
    return find(path).filter(node -> !node.folder());
  }

  private Optional<Node> find(String path) throws IOException {
    Node node = new Node(root, true);
    for (String name : path.split("/", -1)) {
      Node next = node.folder() ? folders.open(node.id()).get(name) : null;
      if (next == null) {
        return Optional.empty();
      }
      node = next;
    }
    return Optional.of(node);
  }

  /// All files whose path begins with a prefix, in the order of their paths.
  public List<Leaf> files(String prefix) throws IOException {
    int slash = prefix.lastIndexOf('/');
    String folder = slash < 0 ? "" : prefix.substring(0, slash);
    Optional<Node> start = folder.isEmpty() ? Optional.of(new Node(root, true)) : find(folder);
    List<Leaf> files = new ArrayList<>();
    if (start.isPresent() && start.get().folder()) {
      collect(start.get().id(), folder.isEmpty() ? "" : folder + "/", prefix, files);
    }
    files.sort(Comparator.comparing(Leaf::path));
    return files;
  }

  /// Whether the same files are below a prefix as in another tree; null has none.
  public boolean sameBelow(String prefix, @Nullable Tree other) throws IOException {
    if (other != null && root.equals(other.root)) {
      return true;
    }
    return files(prefix).equals(other == null ? List.of() : other.files(prefix));
  }

  private void collect(String folder, String path, String prefix, List<Leaf> files)
      throws IOException {
    for (Map.Entry<String, Node> child : folders.open(folder).entrySet()) {
      String name = path + child.getKey();
      if (child.getValue().folder()) {
        if ((name + "/").startsWith(prefix) || prefix.startsWith(name + "/")) {
          collect(child.getValue().id(), name + "/", prefix, files);
        }
      } else if (name.startsWith(prefix)) {
        files.add(new Leaf(name, child.getValue().id()));
      }
    }
  }
}
