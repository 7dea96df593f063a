package dev.cairn.cli.views;

import dev.cairn.api.address.Address;
import dev.cairn.api.diagnostic.Diagnostic;
import dev.cairn.api.diagnostic.Severity;
import dev.cairn.api.diagnostic.SourceRange;
import dev.cairn.codec.Printable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A diagnostic for people: code and summary, place, the offending line with a mark below it, the
/// reason, and the ways out.
public final class DiagnosticsText {
  /// How many of one severity anybody reads.
  static final int MOST = 100;

  private final Palette palette;
  private final SourceLines lines;

  /// @param root where the files of source ranges are
  public DiagnosticsText(Palette palette, Path root) {
    this.palette = palette;
    this.lines = new SourceLines(root);
  }

  Palette palette() {
    return palette;
  }

  /// The first of each severity one by one, and how many more there are.
  public List<String> of(List<Diagnostic> all) {
    List<String> texts = new ArrayList<>();
    Map<Severity, Integer> found = new EnumMap<>(Severity.class);
    for (Diagnostic diagnostic : all) {
      if (found.merge(diagnostic.severity(), 1, Integer::sum) <= MOST) {
        texts.add(of(diagnostic));
      }
    }
    found.forEach((severity, count) -> {
      if (count > MOST) {
        texts.add(more(severity, count - MOST));
      }
    });
    return texts;
  }

  private String more(Severity severity, int count) {
    String plural = count == 1 ? "" : "s";
    String text = count + " more " + name(severity) + plural;
    return colour(severity, text) + " not shown here; --json gives all\n";
  }

  public String of(Diagnostic diagnostic) {
    StringBuilder out = new StringBuilder(head(diagnostic)).append('\n');
    SourceRange range = diagnostic.range();
    if (range != null) {
      out.append(palette.dim("  at ")).append(range).append(owner(diagnostic.address()));
      out.append('\n').append(lines.excerpt(range, palette));
    } else if (diagnostic.address() != null) {
      out.append(palette.dim("  at ")).append(diagnostic.address()).append('\n');
    }
    diagnostic.detail().lines().forEach(line -> out.append("  ").append(line).append('\n'));
    for (String way : diagnostic.suggestions()) {
      out.append(palette.cyan("  -> ")).append(way.replace("\n", "\n     ")).append('\n');
    }
    return out.toString();
  }

  private String head(Diagnostic diagnostic) {
    String head = name(diagnostic.severity()) + " " + diagnostic.code();
    return colour(diagnostic.severity(), head)
        + " "
        + palette.bold(Printable.line(diagnostic.summary()));
  }

  private static String name(Severity severity) {
    return severity.name().toLowerCase(Locale.ROOT);
  }

  private String colour(Severity severity, String text) {
    return switch (severity) {
      case ERROR -> palette.red(text);
      case WARNING -> palette.yellow(text);
      case NOTICE -> palette.cyan(text);
    };
  }

  private static String owner(@Nullable Address address) {
    return address == null ? "" : " (" + address + ")";
  }
}
