package dev.cairn.core.run;

import java.util.Objects;

/// The file that a stack is written in, among those of its repository.
///
/// @param path relative to the project's root
/// @param others looks at the others
public record StackFile(String path, Others others) {
  public StackFile {
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(others, "others");
  }

  /// What the repository holds beside the stack's file.
  @FunctionalInterface
  public interface Others {
    /// Whether there is another file at the path, and it may be a stack of that name: one that
    /// cannot be read may.
    boolean name(String path, String stack);
  }
}
