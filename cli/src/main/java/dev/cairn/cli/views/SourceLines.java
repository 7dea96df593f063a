package dev.cairn.cli.views;

import dev.cairn.api.diagnostic.SourceRange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Lines of the files that diagnostics are about. A file is read once, however many diagnostics
/// name it. Thread-safe.
final class SourceLines {
  private static final int WIDEST = 110;

  private final Path root;
  private final Map<String, List<String>> files = new ConcurrentHashMap<>();

  SourceLines(Path root) {
    this.root = root;
  }

  /// The first line of a range with its number, and a line below it that marks the range; empty
  /// where the file cannot be read.
  String excerpt(SourceRange range, Palette palette) {
    List<String> lines = files.computeIfAbsent(range.file(), this::read);
    if (range.line() < 1 || range.line() > lines.size()) {
      return "";
    }
    String line = lines.get(range.line() - 1);
    int start = Math.clamp(range.column() - 1L, 0, line.length());
    int end = range.endLine() > range.line() ? line.length() : range.endColumn() - 1;
    int length = Math.max(1, Math.min(end, line.length()) - start);
    int shift = start + length > WIDEST ? Math.max(0, start - 20) : 0;
    String gutter = String.valueOf(range.line());
    String shown = line.substring(shift, Math.min(line.length(), shift + WIDEST));
    String mark = " ".repeat(start - shift) + "^".repeat(Math.min(length, WIDEST));
    return palette.dim("  " + gutter + " | ")
        + shown.replace('\t', ' ')
        + '\n'
        + palette.dim("  " + " ".repeat(gutter.length()) + " | ")
        + palette.red(mark)
        + '\n';
  }

  private List<String> read(String file) {
    try {
      Path path = root.resolve(file);
      if (!Files.isRegularFile(path)) {
        return List.of();
      }
      return new String(Files.readAllBytes(path), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      return List.of();
    }
  }
}
