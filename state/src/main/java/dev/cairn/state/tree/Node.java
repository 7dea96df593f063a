package dev.cairn.state.tree;

import java.util.Objects;

/// A file or a folder in a tree, by the id of its content.
public record Node(String id, boolean folder) {
  public Node {
    Objects.requireNonNull(id, "id");
  }
}
