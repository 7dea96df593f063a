package dev.cairn.api.diagnostic;

import java.util.Comparator;
import java.util.Objects;

/// A place in a file; lines and columns count from 1, the end is exclusive.
///
/// @param file relative to the repository's root where it lies inside
public record SourceRange(String file, int line, int column, int endLine, int endColumn)
    implements Comparable<SourceRange> {
  private static final Comparator<SourceRange> ORDER =
      Comparator.comparing(SourceRange::file)
          .thenComparingInt(SourceRange::line)
          .thenComparingInt(SourceRange::column)
          .thenComparingInt(SourceRange::endLine)
          .thenComparingInt(SourceRange::endColumn);

  public SourceRange {
    Objects.requireNonNull(file, "file");
  }

  @Override
  public int compareTo(SourceRange other) {
    return ORDER.compare(this, other);
  }

  /// `file:line:column`.
  @Override
  public String toString() {
    return file + ":" + line + ":" + column;
  }
}
