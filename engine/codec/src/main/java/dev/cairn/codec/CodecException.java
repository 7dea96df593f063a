package dev.cairn.codec;

import java.util.Objects;

/// A tree that does not have the form that is read, with the path to the place:
/// `steps[3].desired.scope`. The message never quotes a value.
public final class CodecException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final String path;
  private final String problem;

  CodecException(String path, String problem) {
    super(path.isEmpty() ? problem : path + ": " + problem);
    this.path = path;
    this.problem = problem;
  }

  CodecException(String problem) {
    this("", problem);
  }

  /// The same problem, seen from the field that holds it.
  CodecException under(String field) {
    String rest = path.isEmpty() || path.startsWith("[") ? path : "." + path;
    return new CodecException(field + rest, problem);
  }

  /// The same problem, seen from the list that holds it.
  CodecException under(int index) {
    return under("[" + index + "]");
  }

  public String path() {
    return path;
  }

  public String problem() {
    return Objects.requireNonNull(problem, "problem");
  }
}
