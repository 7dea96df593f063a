package dev.cairn.cli.command;

import dev.cairn.api.resource.Recorded;
import dev.cairn.api.resource.RemoteObject;
import dev.cairn.api.value.Value;
import dev.cairn.cli.invocation.Invocation;
import dev.cairn.cli.invocation.Result;
import dev.cairn.cli.wiring.KeptState;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `cairn state list`: what is recorded, one resource a line.
@CommandLine.Command(
    name = "list",
    header = "List the recorded resources.",
    footer = {"", "Example:", "  cairn state list stacks/dc"})
public final class StateListCommand implements Command {
  @Parameters(arity = "0..1", defaultValue = ".", paramLabel = "STACK", description = "The stack.")
  private String stack = ".";

  @Mixin private StackOptions options = new StackOptions();

  @Override
  public Result run(Invocation invocation) {
    try (KeptState kept = KeptState.open(options.request(invocation, stack))) {
      Collection<Recorded> records = kept.state().records().values();
      return Result.done(
          Value.Fields.of(
              "resources",
              new Value.Items(records.stream().<Value>map(StateListCommand::document).toList())),
          text(records));
    }
  }

  private static String text(Collection<Recorded> records) {
    int address = records.stream().mapToInt(r -> r.address().toString().length()).max().orElse(1);
    int type = records.stream().mapToInt(r -> r.type().toString().length()).max().orElse(1);
    StringBuilder out = new StringBuilder();
    for (Recorded record : records) {
      out.append(
          String.format(
              Locale.ROOT,
              "%-" + address + "s  %-" + type + "s  %s%n",
              record.address(),
              record.type(),
              record.current().map(RemoteObject::id).orElse("-")));
    }
    return out.toString();
  }

  private static Value.Fields document(Recorded record) {
    SortedMap<String, Value> fields = new TreeMap<>();
    fields.put("address", Value.text(record.address().toString()));
    fields.put("type", Value.text(record.type().toString()));
    fields.put("uid", Value.text(record.uid().ulid()));
    record.current().ifPresent(object -> fields.put("id", Value.text(object.id())));
    return new Value.Fields(fields);
  }

  @Override
  public Path root(Invocation invocation) {
    return Roots.of(options.request(invocation, stack));
  }
}
