package dev.cairn.codec;

/// A text that is no JSON, or none that Cairn reads. Lines and columns count from 1; 0 is unknown.
public final class JsonException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final int line;
  private final int column;

  JsonException(String problem, int line, int column) {
    super(line > 0 ? problem + " (line " + line + ", column " + column + ")" : problem);
    this.line = line;
    this.column = column;
  }

  public int line() {
    return line;
  }

  public int column() {
    return column;
  }
}
