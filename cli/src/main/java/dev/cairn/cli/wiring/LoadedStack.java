package dev.cairn.cli.wiring;

import dev.cairn.api.value.Value;
import dev.cairn.cli.invocation.Invocation;
import dev.cairn.cli.invocation.ResolvedSecrets;
import dev.cairn.codec.Json;
import dev.cairn.core.expression.Inputs;
import dev.cairn.core.expression.MachineSecrets;
import dev.cairn.core.expression.RepositoryFiles;
import dev.cairn.core.schema.Catalog;
import dev.cairn.core.stack.LoadRequest;
import dev.cairn.core.stack.Loaded;
import dev.cairn.core.stack.Stack;
import dev.cairn.core.stack.StackLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// A stack that was read and checked, and what its expressions may read.
public record LoadedStack(StackPlace place, Loaded loaded, Catalog catalog) {
  static LoadedStack load(StackRequest request, Invocation invocation, Catalog catalog) {
    StackPlace place = StackPlace.of(request);
    LoadRequest load =
        new LoadRequest(
            place.project().root(),
            place.file(),
            request.environment(),
            request.variables(),
            request.variableFiles().stream().map(request.directory()::resolve).toList(),
            invocation.terminal().environment());
    return new LoadedStack(place, StackLoader.load(load, catalog), catalog);
  }

  /// Reads and checks a stack; no provider, no state, no network.
  public static LoadedStack load(StackRequest request, Invocation invocation) {
    return load(request, invocation, Catalogs.real(invocation.terminal().environment()));
  }

  /// @throws dev.cairn.api.diagnostic.DiagnosticException with everything that is wrong with it
  public Stack stack() {
    return loaded.orThrow();
  }

  /// What expressions may read; every secret is noted.
  public Inputs inputs(Invocation invocation) {
    Path directory = place.file().toAbsolutePath().resolveSibling("");
    SortedMap<String, Value> sensitive = sensitiveVariables();
    sensitive.values().forEach(value -> note(value, invocation.secrets()));
    return new Inputs(
        new RepositoryFiles(place.project().root(), directory, place::ignores),
        new NotedSecrets(
            new MachineSecrets(invocation.terminal().environment(), directory, Map.of()),
            sensitive,
            invocation.secrets()));
  }

  private SortedMap<String, Value> sensitiveVariables() {
    SortedMap<String, Value> sensitive = new TreeMap<>();
    Stack stack = stack();
    stack
        .root()
        .variables()
        .forEach((name, variable) -> {
          if (variable.sensitive()) {
            stack
                .variables()
                .get(name)
                .map(Value::revealed)
                .ifPresent(value -> sensitive.put(name, value));
          }
        });
    return sensitive;
  }

  /// Every text and number in a value is a secret by itself.
  private static void note(Value value, ResolvedSecrets secrets) {
    switch (value) {
      case Value.Text(String text) -> secrets.add(text);
      case Value.Items(List<Value> items) -> items.forEach(item -> note(item, secrets));
      case Value.Fields(var fields) -> fields.values().forEach(field -> note(field, secrets));
      case Value.Sensitive(Value inner, var ignored) -> note(inner, secrets);
      case Value.Whole(long number) -> secrets.add(Long.toString(number));
      case Value.Decimal decimal -> secrets.add(Json.canonical(decimal));
      case Value.Flag ignored -> {}
      case Value.Ref ignored -> {}
      case Value.Unknown ignored -> {}
    }
  }
}
