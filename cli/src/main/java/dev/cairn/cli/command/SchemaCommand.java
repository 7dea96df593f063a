package dev.cairn.cli.command;

import dev.cairn.api.diagnostic.Diagnostic;
import dev.cairn.api.diagnostic.DiagnosticException;
import dev.cairn.api.value.Value;
import dev.cairn.cli.invocation.Invocation;
import dev.cairn.cli.invocation.Result;
import dev.cairn.codec.Json;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

/// `cairn schema TYPE`: the JSON Schema of a resource type, a lookup, or of a kind of document; for
/// people and editors. Without a name, all names.
@CommandLine.Command(
    name = "schema",
    header = "Show the schema of a type, or list all types.",
    footer = {
      "",
      "Examples:",
      "  cairn schema aws.vpc",
      "  cairn schema stack > stack.schema.json"
    })
public final class SchemaCommand implements Command {
  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "NAME",
      description =
          "A type or lookup (aws.vpc), a provider's settings (aws), or a document: stack, project.")
  private @Nullable String name;

  @Override
  public Result run(Invocation invocation) {
    return name == null ? list() : show(name);
  }

  private static Result show(String name) {
    String schema =
        Schemas.read(name)
            .orElseThrow(() ->
                new DiagnosticException(
                    Diagnostic.error("CRN7004", "there is no schema of this name", name)
                        .suggest("cairn schema lists all names")));
    return Result.done(
        Value.Fields.of(Map.of("name", Value.text(name), "schema", Json.read(schema))), schema);
  }

  private static Result list() {
    List<String> names = Schemas.names();
    return Result.done(
        Value.Fields.of("names", new Value.Items(names.stream().<Value>map(Value::text).toList())),
        String.join("\n", names) + "\n");
  }
}
