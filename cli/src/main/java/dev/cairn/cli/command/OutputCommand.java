package dev.cairn.cli.command;

import dev.cairn.api.diagnostic.Diagnostic;
import dev.cairn.api.diagnostic.DiagnosticException;
import dev.cairn.api.value.Value;
import dev.cairn.cli.invocation.Invocation;
import dev.cairn.cli.invocation.Result;
import dev.cairn.cli.views.FinishedText;
import dev.cairn.cli.wiring.KeptState;
import dev.cairn.codec.Json;
import dev.cairn.codec.Values;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `cairn output`: the outputs of the last apply.
@CommandLine.Command(
    name = "output",
    header = "Show the outputs of the last apply, or one of them.",
    sortOptions = false,
    footer = {"", "Examples:", "  cairn output stacks/dc", "  cairn output stacks/dc vpcId"})
public final class OutputCommand implements Command {
  @Parameters(
      arity = "0..2",
      paramLabel = "[STACK] [NAME]",
      hideParamSyntax = true,
      description = "A stack, an output, or both; one word that names no stack is an output.")
  private List<String> words = List.of();

  @Mixin private StackOptions options = new StackOptions();

  @Override
  public Result run(Invocation invocation) {
    Words named = new Words(words, options, invocation);
    try (KeptState kept = KeptState.open(named.request())) {
      Value.Fields outputs = kept.state().outputs();
      Optional<String> name = named.name();
      return name.isPresent() ? one(outputs, name.get()) : all(outputs);
    }
  }

  private static Result all(Value.Fields outputs) {
    return Result.done(
        Value.Fields.of("outputs", Values.encode(outputs)), FinishedText.outputs(outputs));
  }

  private static Result one(Value.Fields outputs, String name) {
    Value value =
        outputs
            .get(name)
            .orElseThrow(() ->
                new DiagnosticException(
                    Diagnostic.error("CRN7015", "there is no such output", name)
                        .suggest("outputs: " + String.join(", ", outputs.fields().keySet()))));
    if (value.sensitive()) {
      throw new DiagnosticException(
          Diagnostic.error(
                  "CRN7016",
                  "the output is sensitive, and the state keeps no sensitive values",
                  name)
              .suggest("read it where it comes from: the stack says by what expression"));
    }
    Value plain = Values.encode(value);
    String text = value instanceof Value.Text(String content) ? content : Json.canonical(plain);
    return Result.done(Value.Fields.of("value", plain), text + "\n");
  }

  @Override
  public Path root(Invocation invocation) {
    return Roots.of(new Words(words, options, invocation).request());
  }
}
