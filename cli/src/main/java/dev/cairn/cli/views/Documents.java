package dev.cairn.cli.views;

import dev.cairn.api.diagnostic.Diagnostic;
import dev.cairn.api.diagnostic.SourceRange;
import dev.cairn.api.value.Value;
import dev.cairn.cli.invocation.Result;
import dev.cairn.codec.Json;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/// The one document that a command prints with `--json`, as `schema/…/cli/document.schema.json`
/// describes it.
public final class Documents {
  private static final long FORMAT = 1;

  private Documents() {}

  public static String of(String command, Result result) {
    return Json.pretty(
        result
            .document()
            .with("formatVersion", new Value.Whole(FORMAT))
            .with("command", Value.text(command))
            .with("exitCode", new Value.Whole(result.exit()))
            .with("diagnostics", list(result.diagnostics())));
  }

  public static Value list(List<Diagnostic> diagnostics) {
    return new Value.Items(diagnostics.stream().<Value>map(Documents::diagnostic).toList());
  }

  static Value.Fields diagnostic(Diagnostic diagnostic) {
    SortedMap<String, Value> fields = new TreeMap<>();
    fields.put("code", Value.text(diagnostic.code()));
    fields.put("severity", Value.text(diagnostic.severity().name().toLowerCase(Locale.ROOT)));
    fields.put("summary", Value.text(diagnostic.summary()));
    if (!diagnostic.detail().isEmpty()) {
      fields.put("detail", Value.text(diagnostic.detail()));
    }
    if (diagnostic.address() != null) {
      fields.put("address", Value.text(diagnostic.address().toString()));
    }
    if (diagnostic.range() != null) {
      fields.put("range", range(diagnostic.range()));
    }
    fields.put(
        "suggestions",
        new Value.Items(diagnostic.suggestions().stream().<Value>map(Value::text).toList()));
    return new Value.Fields(fields);
  }

  static Value.Fields range(SourceRange range) {
    SortedMap<String, Value> fields = new TreeMap<>();
    fields.put("file", Value.text(range.file()));
    fields.put("line", new Value.Whole(range.line()));
    fields.put("column", new Value.Whole(range.column()));
    fields.put("endLine", new Value.Whole(range.endLine()));
    fields.put("endColumn", new Value.Whole(range.endColumn()));
    return new Value.Fields(fields);
  }
}
