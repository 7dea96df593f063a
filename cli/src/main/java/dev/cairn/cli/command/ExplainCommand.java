package dev.cairn.cli.command;

import dev.cairn.api.diagnostic.Diagnostic;
import dev.cairn.api.diagnostic.DiagnosticException;
import dev.cairn.api.value.Value;
import dev.cairn.cli.invocation.Invocation;
import dev.cairn.cli.invocation.Result;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

/// `cairn explain CODE`: the page of a diagnostic; without a code, all of them by title.
@CommandLine.Command(
    name = "explain",
    header = "Explain a diagnostic by its code.",
    footer = {"", "Example:", "  cairn explain CRN1201"})
public final class ExplainCommand implements Command {
  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "CODE",
      description = "CRN and four digits.")
  private @Nullable String code;

  @Override
  public Result run(Invocation invocation) {
    return code == null ? list() : page(code.toUpperCase(Locale.ROOT));
  }

  private static Result page(String code) {
    String page =
        Pages.read(code)
            .orElseThrow(() ->
                new DiagnosticException(
                    Diagnostic.error("CRN7003", "no diagnostic has this code", code)
                        .suggest("cairn explain lists all codes")));
    return Result.done(
        Value.Fields.of(Map.of("code", Value.text(code), "page", Value.text(page))), page);
  }

  private static Result list() {
    SortedMap<String, Value> titles = new TreeMap<>();
    Pages.codes().forEach(code -> titles.put(code, Value.text(Pages.title(code))));
    String text =
        titles.keySet().stream()
            .map(code -> code + "  " + Pages.title(code) + "\n")
            .collect(Collectors.joining());
    return Result.done(Value.Fields.of("codes", new Value.Fields(titles)), text);
  }
}
