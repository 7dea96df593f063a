package dev.cairn.state.git;

import dev.cairn.state.tree.Folders;
import dev.cairn.state.tree.Node;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.TreeFormatter;
import org.eclipse.jgit.treewalk.CanonicalTreeParser;
import org.jspecify.annotations.Nullable;

/// Git's trees. Those that were read are kept: a plan reads many files of few folders. Links and
/// submodules, which no state has, are not seen.
final class GitTrees implements Folders {
  private static final Comparator<Map.Entry<String, Node>> GIT_ORDER =
      Comparator.comparing(
          child -> child.getValue().folder() ? child.getKey() + "/" : child.getKey(),
          GitTrees::compareUtf8);

  private final ObjectReader reader;
  private final Map<String, SortedMap<String, Node>> open;
  private final @Nullable ObjectInserter inserter;

  GitTrees(ObjectReader reader) {
    this(reader, new HashMap<>(), null);
  }

  private GitTrees(
      ObjectReader reader,
      Map<String, SortedMap<String, Node>> open,
      @Nullable ObjectInserter inserter) {
    this.reader = reader;
    this.open = open;
    this.inserter = inserter;
  }

  /// The same trees, and new ones by an inserter.
  GitTrees writing(ObjectInserter into) {
    return new GitTrees(reader, open, into);
  }

  @Override
  public SortedMap<String, Node> open(String id) throws IOException {
    SortedMap<String, Node> known = open.get(id);
    if (known == null) {
      known = Collections.unmodifiableSortedMap(read(id));
      open.put(id, known);
    }
    return known;
  }

  private SortedMap<String, Node> read(String id) throws IOException {
    SortedMap<String, Node> children = new TreeMap<>();
    CanonicalTreeParser tree = new CanonicalTreeParser();
    tree.reset(reader, ObjectId.fromString(id));
    for (; !tree.eof(); tree.next(1)) {
      boolean folder = FileMode.TREE.equals(tree.getEntryRawMode());
      if (folder
          || FileMode.REGULAR_FILE.equals(tree.getEntryRawMode())
          || FileMode.EXECUTABLE_FILE.equals(tree.getEntryRawMode())) {
        children.put(tree.getEntryPathString(), new Node(tree.getEntryObjectId().name(), folder));
      }
    }
    return children;
  }

  @Override
  public String save(SortedMap<String, Node> children) throws IOException {
    if (inserter == null) {
      throw new IllegalStateException("these trees are for reading");
    }
    TreeFormatter tree = new TreeFormatter();
    List<Map.Entry<String, Node>> sorted = new ArrayList<>(children.entrySet());
    sorted.sort(GIT_ORDER);
    for (Map.Entry<String, Node> child : sorted) {
      tree.append(
          child.getKey(),
          child.getValue().folder() ? FileMode.TREE : FileMode.REGULAR_FILE,
          ObjectId.fromString(child.getValue().id()));
    }
    return inserter.insert(tree).name();
  }

  /// Forgets what was read of older revisions.
  void forget() {
    open.clear();
  }

  private static int compareUtf8(String left, String right) {
    return java.util.Arrays.compareUnsigned(
        left.getBytes(java.nio.charset.StandardCharsets.UTF_8),
        right.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }
}
