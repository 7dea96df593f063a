package dev.cairn.state.tree;

import java.io.IOException;
import java.util.SortedMap;

/// Folders as a store keeps them.
public interface Folders {
  /// What is in a folder, by name.
  SortedMap<String, Node> open(String id) throws IOException;

  /// Keeps a folder, and tells its id: the same for the same children.
  String save(SortedMap<String, Node> children) throws IOException;
}
