package dev.cairn.cli.views;

import dev.cairn.api.address.Address;
import dev.cairn.api.diagnostic.Diagnostic;
import dev.cairn.api.diagnostic.Severity;
import dev.cairn.api.diagnostic.SourceRange;
import dev.cairn.codec.Printable;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A diagnostic for people: code and summary, place, the offending line with a mark below it, the
/// reason, and the ways out.
///
/// @param root where the files of source ranges are
public record DiagnosticsText(Palette palette, Path root) {
  public String of(Diagnostic diagnostic) {
    StringBuilder out = new StringBuilder(head(diagnostic)).append('\n');
    SourceRange range = diagnostic.range();
    if (range != null) {
      out.append(palette.dim("  at ")).append(range).append(owner(diagnostic.address()));
      out.append('\n').append(new SourceLines(root).excerpt(range, palette));
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
    String severity = diagnostic.severity().name().toLowerCase(Locale.ROOT);
    String head = severity + " " + diagnostic.code();
    return colour(diagnostic.severity(), head)
        + " "
        + palette.bold(Printable.line(diagnostic.summary()));
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
