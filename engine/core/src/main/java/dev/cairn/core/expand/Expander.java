package dev.cairn.core.expand;

import dev.cairn.api.address.Address;
import dev.cairn.api.address.Address.Part;
import dev.cairn.api.address.AttributeRef;
import dev.cairn.api.address.Path;
import dev.cairn.api.diagnostic.Diagnostic;
import dev.cairn.api.diagnostic.DiagnosticException;
import dev.cairn.api.diagnostic.SourceRange;
import dev.cairn.api.resource.Scope;
import dev.cairn.api.schema.Home;
import dev.cairn.api.schema.TypeSchema;
import dev.cairn.api.value.Residual;
import dev.cairn.api.value.Shape;
import dev.cairn.api.value.Value;
import dev.cairn.core.expand.Expanded.Asked;
import dev.cairn.core.expression.Environment;
import dev.cairn.core.expression.Inputs;
import dev.cairn.core.expression.Term;
import dev.cairn.core.expression.Terms;
import dev.cairn.core.graph.Graph;
import dev.cairn.core.schema.Catalog;
import dev.cairn.core.stack.Module;
import dev.cairn.core.stack.Stack;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Evaluates a stack in dependency order, item by item, and shows each resource to a decider, whose
/// answer is what others refer to.
public final class Expander {
  private final Stack stack;
  private final Catalog catalog;
  private final Answers answers;
  private final boolean tolerant;
  private final Inputs inputs;
  private final Room root;
  private final Scopes scopes;
  private final Resources resources;
  private final SortedMap<Address, Asked> lookups = new TreeMap<>();
  private final List<Diagnostic> diagnostics = new ArrayList<>();

  private Expander(
      Stack stack,
      Catalog catalog,
      Inputs inputs,
      Answers answers,
      Decider decider,
      boolean tolerant) {
    this.inputs = inputs;
    this.stack = stack;
    this.catalog = catalog;
    this.answers = answers;
    this.tolerant = tolerant;
    this.root =
        new Room(List.of(), stack.root(), null, Value.Fields.EMPTY, stack.variables(), inputs);
    this.scopes = new Scopes(catalog);
    this.resources = new Resources(catalog, scopes, decider, diagnostics);
  }

  /// The answers of lookups that are known: recorded ones, and those of this run.
  @FunctionalInterface
  public interface Answers {
    Optional<Value.Fields> to(Address lookup, Value.Fields arguments);
  }

  /// Expands a whole stack.
  ///
  /// @param inputs what `file()` and `secret()` read
  /// @param tolerant whether a `forEach` or `when` over something unknown is passed over: for
  ///   `validate`, and while lookups are asked
  public static Expanded expand(
      Stack stack,
      Catalog catalog,
      Inputs inputs,
      Answers answers,
      Decider decider,
      boolean tolerant) {
    return new Expander(stack, catalog, inputs, answers, decider, tolerant).run();
  }

  /// How each host of a stack is connected with, as far as that is known; what else the stack has
  /// is not evaluated, and what is wrong with it is left to its expansion.
  ///
  /// @param decider knows what has been read so far
  public static SortedMap<Address, Scope> hosts(
      Stack stack, Catalog catalog, Inputs inputs, Answers answers, Decider decider) {
    return new Expander(stack, catalog, inputs, answers, decider, true).hosts();
  }

  private SortedMap<Address, Scope> hosts() {
    Graph<Item> items = Items.of(stack, catalog);
    SortedSet<Item> needed = items.before(items.order().stream().filter(this::isHost).toList());
    for (Item item : items.order()) {
      if (needed.contains(item)) {
        rooms(item.module()).forEach(room -> attempt(item, room));
      }
    }
    return scopes.hosts();
  }

  private boolean isHost(Item item) {
    return item.kind() == Item.Kind.RESOURCE
        && catalog
            .schema(at(module(item).resources(), item.name()).type())
            .filter(schema -> schema.home() == Home.SELF)
            .isPresent();
  }

  private Expanded run() {
    Graph<Item> items = Items.of(stack, catalog);
    items.cycle().ifPresent(cycle -> diagnostics.add(cyclic(cycle)));
    if (diagnostics.isEmpty()) {
      for (Item item : items.order()) {
        rooms(item.module()).forEach(room -> attempt(item, room));
      }
      resources.compare();
    }
    SortedSet<AttributeRef> from = new TreeSet<>();
    stack.root().outputs().keySet().forEach(name -> from.addAll(root.from("outputs", name)));
    return new Expanded(root.outputs(), from, lookups, scopes.accounts(), diagnostics);
  }

  private List<Room> rooms(List<String> path) {
    List<Room> rooms = List.of(root);
    for (String name : path) {
      rooms = rooms.stream().flatMap(room -> room.inner(name).stream()).toList();
    }
    return rooms;
  }

  private void attempt(Item item, Room room) {
    try {
      evaluate(item, room);
    } catch (DiagnosticException problem) {
      diagnostics.addAll(problem.diagnostics());
      poison(item, room);
    }
  }

  /// What failed once is unknown to all that reads it, so that one mistake is one diagnostic.
  private static void poison(Item item, Room room) {
    String name = item.name();
    Value unknown = unknown(room.address(name, null), Path.ROOT, Shape.Scalar.ANY);
    switch (item.kind()) {
      case VARIABLE -> room.variable(name, unknown, new TreeSet<>());
      case LOCAL -> room.local(name, unknown, new TreeSet<>());
      case OUTPUT -> room.output(name, unknown, new TreeSet<>());
      case LOOKUP, RESOURCE, MODULE -> room.name(name, unknown);
      case PROVIDER, SETTLE -> {}
    }
  }

  private void evaluate(Item item, Room room) {
    String name = item.name();
    Module module = room.module;
    switch (item.kind()) {
      case VARIABLE -> variable(name, at(module.variables(), name), room);
      case LOCAL -> local(name, at(module.locals(), name), room);
      case PROVIDER -> provider(name, at(module.providers(), name), room);
      case MODULE -> call(name, at(module.modules(), name), room);
      case LOOKUP -> lookup(name, at(module.lookups(), name), room);
      case RESOURCE -> resource(name, at(module.resources(), name), room);
      case SETTLE -> resources.settle(name, at(module.resources(), name), room);
      case OUTPUT -> output(name, at(module.outputs(), name), room);
    }
  }

  private void provider(String name, Module.ProviderBlock block, Room room) {
    scopes.provider(name, settings(block.settings(), room), block.range());
  }

  private void variable(String name, Module.Variable variable, Room room) {
    Room outer = room.parent;
    Module.Call call =
        outer == null ? null : outer.module.modules().get(room.place.getLast().name());
    Term given = call == null ? null : call.with().fields().get(name);
    Value value = room.variables.fields().get(name);
    SortedSet<AttributeRef> from = new TreeSet<>();
    if (outer != null && given != null) {
      value = Terms.evaluate(given, variable.shape(), outer.environment(room.each)).orElse(null);
      from = Sources.of(given, outer, room.each, new TreeSet<>());
    }
    if (value == null) {
      value = variable.fallback();
    }
    if (value == null) {
      throw new DiagnosticException(
          Diagnostic.error(
                  "CRN2003",
                  "a variable has no value",
                  "`" + name + "` has no default and none was given")
              .at(variable.range())
              .suggest(
                  outer == null
                      ? "give it with --var " + name + "=…"
                      : "set it under `with:` of the module"));
    }
    boolean mark = variable.sensitive() && !(value instanceof Value.Sensitive);
    room.variable(
        name, mark ? new Value.Sensitive(value, new Residual.Secret("var:" + name)) : value, from);
    if (outer != null) {
      Checks.hold(name, variable, value);
    }
  }

  private static void local(String name, Term term, Room room) {
    Terms.evaluate(term, Shape.Scalar.ANY, room.environment(Value.Fields.EMPTY))
        .ifPresent(value ->
            room.local(name, value, Sources.of(term, room, Value.Fields.EMPTY, new TreeSet<>())));
  }

  private static Value.Fields settings(Term.Mapping settings, Room room) {
    Value.Fields evaluated =
        (Value.Fields)
            Terms.evaluate(settings, Shape.Scalar.ANY, room.environment(Value.Fields.EMPTY))
                .orElse(Value.Fields.EMPTY);
    settings
        .fields()
        .forEach((name, term) -> SecretPlaces.inScope(name, evaluated.get(name), term.range()));
    return evaluated;
  }

  private void call(String name, Module.Call call, Room room) {
    Optional<SortedMap<String, Value.Fields>> instances =
        Instances.of(name, call.forEach(), call.when(), room, tolerant);
    if (instances.isEmpty()) {
      room.name(name, unknown(room.address(name, null), Path.ROOT, Shape.Scalar.ANY));
      return;
    }
    instances
        .get()
        .forEach((key, each) -> {
          List<Part> place = new ArrayList<>(room.place);
          place.add(new Part(name, call.forEach() == null ? null : key));
          room.inner(name, new Room(place, call.body(), room, each, Value.Fields.EMPTY, inputs));
        });
    resources.called(name, call, room);
    publish(name, call, room);
  }

  /// Puts the outputs that a module has so far where its caller's expressions see them.
  private static void publish(String name, Module.Call call, Room room) {
    if (call.forEach() == null) {
      room.inner(name).forEach(inner -> room.name(name, inner.outputs()));
    } else {
      SortedMap<String, Value> byKey = new TreeMap<>();
      room.inner(name)
          .forEach(
              inner -> byKey.put(String.valueOf(inner.place.getLast().key()), inner.outputs()));
      room.name(name, new Value.Fields(byKey));
    }
  }

  private void lookup(String name, Module.Lookup lookup, Room room) {
    TypeSchema schema = catalog.lookup(lookup.type()).orElseThrow();
    Value.Fields arguments = settings(lookup.arguments(), room);
    Address address = room.address(name, null);
    Scope scope = scopes.account(lookup.type().provider(), instance(lookup.provider(), room), null);
    lookups.put(address, new Asked(address, lookup.type(), scope, arguments));
    Value.Fields answer = answers.to(address, arguments).orElse(null);
    Value.Fields outputs = answer == null ? unanswered(address, schema) : answer;
    room.lookup(
        name,
        arguments.with(outputs),
        Sources.of(lookup.arguments(), room, Value.Fields.EMPTY, new TreeSet<>()));
  }

  private static Value.Fields unanswered(Address address, TypeSchema schema) {
    SortedMap<String, Value> outputs = new TreeMap<>();
    schema
        .attributes()
        .forEach((name, attribute) -> {
          if (!attribute.settable()) {
            outputs.put(name, unknown(address, Path.of(name), attribute.shape()));
          }
        });
    return new Value.Fields(outputs);
  }

  private void resource(String name, Module.Resource resource, Room room) {
    Optional<SortedMap<String, Value.Fields>> instances =
        Instances.of(name, resource.forEach(), resource.when(), room, tolerant);
    if (instances.isEmpty()) {
      room.name(name, unknown(room.address(name, null), Path.ROOT, Shape.Scalar.ANY));
    } else {
      resources.decide(name, resource, instance(resource.provider(), room), instances.get(), room);
    }
  }

  private static void output(String name, Module.Output output, Room room) {
    Environment environment = room.environment(Value.Fields.EMPTY);
    Value value = Terms.evaluate(output.value(), Shape.Scalar.ANY, environment).orElse(null);
    if (value != null) {
      Value marked =
          output.sensitive() && !(value instanceof Value.Sensitive)
              ? new Value.Sensitive(value, null)
              : value;
      room.output(
          name, marked, Sources.of(output.value(), room, Value.Fields.EMPTY, new TreeSet<>()));
    }
    Room outer = room.parent;
    if (outer != null) {
      String called = room.place.getLast().name();
      publish(called, at(outer.module.modules(), called), outer);
    }
  }

  /// The root's provider instance that a name in a module stands for.
  private static String instance(String name, Room room) {
    String current = name;
    for (Room inner = room; inner.parent != null; inner = inner.parent) {
      Module.Call call = at(inner.parent.module.modules(), inner.place.getLast().name());
      current = call.providers().getOrDefault(current, current);
    }
    return current;
  }

  static Value unknown(Address address, Path path, Shape shape) {
    return new Value.Unknown(shape, new Residual.Attribute(new AttributeRef(address, path)));
  }

  private static <V> V at(Map<String, V> map, String name) {
    V value = map.get(name);
    if (value == null) {
      throw new IllegalStateException("no " + name);
    }
    return value;
  }

  private Diagnostic cyclic(List<Item> cycle) {
    String path = cycle.stream().map(Item::toString).collect(Collectors.joining(" → "));
    Item first = cycle.getFirst();
    return Diagnostic.error(
            "CRN2001", "expressions refer to each other in a cycle", path + " → " + first)
        .at(place(first))
        .suggest("break the cycle: one of these must not read the other");
  }

  private Module module(Item item) {
    Module module = stack.root();
    for (String name : item.module()) {
      module = at(module.modules(), name).body();
    }
    return module;
  }

  private @Nullable SourceRange place(Item item) {
    Module module = module(item);
    return switch (item.kind()) {
      case RESOURCE, SETTLE -> at(module.resources(), item.name()).range();
      case LOCAL -> at(module.locals(), item.name()).range();
      case VARIABLE -> at(module.variables(), item.name()).range();
      case LOOKUP -> at(module.lookups(), item.name()).range();
      case PROVIDER -> at(module.providers(), item.name()).range();
      case MODULE -> at(module.modules(), item.name()).range();
      case OUTPUT -> at(module.outputs(), item.name()).range();
    };
  }
}
