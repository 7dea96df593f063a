package dev.cairn.cli.command;

import dev.cairn.api.address.Address;
import dev.cairn.api.diagnostic.Diagnostic;
import dev.cairn.api.diagnostic.DiagnosticException;
import dev.cairn.api.resource.Recorded;
import dev.cairn.api.value.Value;
import dev.cairn.cli.invocation.Invocation;
import dev.cairn.cli.invocation.Result;
import dev.cairn.cli.wiring.KeptState;
import dev.cairn.codec.Json;
import dev.cairn.codec.Records;
import dev.cairn.codec.Seal;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `cairn state show ADDRESS`: one record. What is sensitive is a mark.
@CommandLine.Command(
    name = "show",
    header = "Show the record of one resource.",
    footer = {"", "Example:", "  cairn state show 'subnet[a]' stacks/dc"})
public final class StateShowCommand implements Command {
  @Parameters(index = "0", paramLabel = "ADDRESS", description = "The resource.")
  private String address = "";

  @Parameters(
      index = "1",
      arity = "0..1",
      defaultValue = ".",
      paramLabel = "STACK",
      description = "The stack.")
  private String stack = ".";

  @Mixin private StackOptions options = new StackOptions();

  @Override
  public Result run(Invocation invocation) {
    Address wanted = RunOptions.address(address);
    try (KeptState kept = KeptState.open(options.request(invocation, stack))) {
      Recorded record =
          Optional.ofNullable(kept.state().records().get(wanted))
              .orElseThrow(() ->
                  new DiagnosticException(
                      Diagnostic.error("CRN7017", "nothing is recorded under this address", address)
                          .suggest("cairn state list")));
      Value encoded = new Records(Seal.MARK).encode(record);
      return Result.done(Value.Fields.of("resource", encoded), Json.pretty(encoded));
    }
  }

  @Override
  public Path root(Invocation invocation) {
    return Roots.of(options.request(invocation, stack));
  }
}
