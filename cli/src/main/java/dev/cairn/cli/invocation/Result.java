package dev.cairn.cli.invocation;

import dev.cairn.api.diagnostic.Diagnostic;
import dev.cairn.api.value.Value;
import java.util.List;

/// What a command ends with.
///
/// @param document what `--json` prints, beside what every document has
/// @param text what is printed without it; ends with a newline unless it is empty
/// @param diagnostics in the order in which they are shown
public record Result(int exit, Value.Fields document, String text, List<Diagnostic> diagnostics) {
  public Result {
    diagnostics = List.copyOf(diagnostics);
  }

  public static Result done(Value.Fields document, String text) {
    return new Result(ExitCode.DONE, document, text, List.of());
  }

  public static Result failed(int exit, List<Diagnostic> diagnostics) {
    return new Result(exit, Value.Fields.EMPTY, "", diagnostics);
  }

  public Result with(List<Diagnostic> others) {
    return new Result(exit, document, text, others);
  }
}
