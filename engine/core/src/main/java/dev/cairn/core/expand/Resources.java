package dev.cairn.core.expand;

import dev.cairn.api.address.Address;
import dev.cairn.api.address.AttributeRef;
import dev.cairn.api.address.Path;
import dev.cairn.api.diagnostic.Diagnostic;
import dev.cairn.api.diagnostic.DiagnosticException;
import dev.cairn.api.diagnostic.SourceRange;
import dev.cairn.api.resource.Desired;
import dev.cairn.api.resource.Lifecycle;
import dev.cairn.api.resource.Scope;
import dev.cairn.api.schema.TypeSchema;
import dev.cairn.api.value.Shape;
import dev.cairn.api.value.Value;
import dev.cairn.core.diagnostic.Nearest;
import dev.cairn.core.document.AttributeValidation;
import dev.cairn.core.expression.Environment;
import dev.cairn.core.expression.Expression;
import dev.cairn.core.expression.Term;
import dev.cairn.core.expression.Terms;
import dev.cairn.core.schema.Catalog;
import dev.cairn.core.stack.Module;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Makes the desired resources, instance by instance, and shows them to the decider.
final class Resources {
  private final Catalog catalog;
  private final Scopes scopes;
  private final Decider decider;
  private final AttributeValidation validation;
  private final List<Diagnostic> diagnostics;
  private final Map<Address, Desired> decided = new HashMap<>();
  private final Map<Address, Value.Fields> planned = new HashMap<>();
  private final Map<Address, Map<String, SortedSet<AttributeRef>>> made = new HashMap<>();
  private final Map<List<Address.Part>, SortedSet<Address>> callers = new HashMap<>();

  Resources(Catalog catalog, Scopes scopes, Decider decider, List<Diagnostic> diagnostics) {
    this.catalog = catalog;
    this.scopes = scopes;
    this.decider = decider;
    this.validation = new AttributeValidation(catalog);
    this.diagnostics = diagnostics;
  }

  /// Looks at all of them beside each other, once the last is decided.
  void compare() {
    diagnostics.addAll(new Neighbours(catalog, decided, planned).wrong());
  }

  /// Notes what everything in a module waits for: the `dependsOn` of its call, and that of the
  /// calls around it.
  void called(String name, Module.Call call, Room room) {
    SortedSet<Address> waits = dependencies(call.dependsOn(), room);
    waits.addAll(callers.getOrDefault(room.place, new TreeSet<>()));
    room.inner(name).forEach(inner -> callers.put(inner.place, waits));
  }

  void decide(
      String name,
      Module.Resource resource,
      String instance,
      SortedMap<String, Value.Fields> instances,
      Room room) {
    boolean many = resource.forEach() != null;
    if (many) {
      room.keys(name, new TreeSet<>(instances.keySet()));
    }
    SortedMap<String, Value> values = new TreeMap<>();
    instances.forEach((key, each) -> {
      Address address = room.address(name, many ? key : null);
      try {
        values.put(key, decide(address, resource, instance, each, room));
      } catch (DiagnosticException problem) {
        refuse(problem, address);
        values.put(key, Expander.unknown(address, Path.ROOT, Shape.Scalar.ANY));
      }
    });
    publish(name, many, values, room);
  }

  void settle(String name, Module.Resource resource, Room room) {
    boolean many = resource.forEach() != null;
    SortedMap<String, Value> values = new TreeMap<>();
    for (String key : many ? room.keys(name).orElse(new TreeSet<>()) : new TreeSet<>(List.of(""))) {
      Address address = room.address(name, many ? key : null);
      Desired half = decided.get(address);
      if (half != null) {
        Value value = room.environment(Value.Fields.EMPTY).root(name).orElse(Value.Fields.EMPTY);
        Value.Fields each =
            Instances.of(name, resource.forEach(), null, room, true)
                .map(all -> all.getOrDefault(key, Value.Fields.EMPTY))
                .orElse(Value.Fields.EMPTY);
        Value.Fields before =
            many && value instanceof Value.Fields all ? all.fields(key) : (Value.Fields) value;
        try {
          values.put(key, before.with(settle(half, resource, each, room)));
        } catch (DiagnosticException problem) {
          refuse(problem, address);
          values.put(key, before);
        }
      }
    }
    if (!values.isEmpty()) {
      publish(name, many, values, room);
    }
  }

  private void refuse(DiagnosticException problem, Address address) {
    problem
        .diagnostics()
        .forEach(found -> diagnostics.add(found.address() == null ? found.of(address) : found));
  }

  private static void publish(
      String name, boolean many, SortedMap<String, Value> values, Room room) {
    if (many) {
      room.name(name, new Value.Fields(values));
    } else if (!values.isEmpty()) {
      room.name(name, values.firstEntry().getValue());
    }
  }

  private Value.Fields decide(
      Address address, Module.Resource resource, String instance, Value.Fields each, Room room) {
    TypeSchema schema = catalog.schema(resource.type()).orElseThrow();
    Environment environment = room.environment(each);
    SortedSet<AttributeRef> eachFrom =
        Sources.of(resource.forEach(), room, Value.Fields.EMPTY, new TreeSet<>());
    Map<String, SortedSet<AttributeRef>> from = new HashMap<>();
    resource
        .attributes()
        .fields()
        .forEach((name, term) -> from.put(name, Sources.of(term, room, each, eachFrom)));
    Value region = region(resource, environment);
    Value.Fields normal =
        new WrittenAttributes(resource, schema, catalog, validation)
            .evaluated(environment, scopes.defaults(schema.type(), instance), planned);
    SortedMap<Path, SourceRange> origins = Attributes.origins(resource.attributes());
    diagnostics.addAll(
        new ReferredTypes(decided, planned)
            .wrong(schema, normal, from, origins, resource.range()).stream()
                .map(found -> found.of(address))
                .toList());
    Scope scope =
        scopes
            .of(schema, instance, region, address, normal)
            .orElseThrow(() -> new DiagnosticException(noHost(resource, address)));
    scope
        .settings()
        .fields()
        .forEach((name, setting) ->
            SecretPlaces.inScope(
                name, Optional.of(setting), origins.getOrDefault(Path.of(name), resource.range())));
    Desired desired =
        new Desired(
            address,
            resource.type(),
            scope,
            normal,
            Attributes.set(normal, schema),
            resource.compare(),
            lifecycle(resource.lifecycle(), environment),
            waits(resource, schema, from, eachFrom, room, false),
            adoptBy(resource.adoptBy(), environment),
            resource.timeouts(),
            resource.range(),
            origins);
    decided.put(address, desired);
    made.put(address, from);
    Value.Fields decision = decider.decide(desired, from);
    planned.put(address, decision);
    return decision;
  }

  private Value.Fields settle(
      Desired half, Module.Resource resource, Value.Fields each, Room room) {
    TypeSchema schema = catalog.schema(resource.type()).orElseThrow();
    Value.Fields normal =
        new WrittenAttributes(resource, schema, catalog, validation)
            .settled(half.attributes(), room.environment(each), planned);
    Map<String, SortedSet<AttributeRef>> from = made.getOrDefault(half.address(), Map.of());
    SortedSet<Address> waits = new TreeSet<>(half.dependsOn());
    SortedSet<AttributeRef> eachFrom =
        Sources.of(resource.forEach(), room, Value.Fields.EMPTY, new TreeSet<>());
    waits.addAll(waits(resource, schema, from, eachFrom, room, true));
    Desired whole =
        new Desired(
            half.address(),
            half.type(),
            half.scope(),
            normal,
            Attributes.set(normal, schema),
            half.compare(),
            half.lifecycle(),
            waits,
            half.adoptBy(),
            half.timeouts(),
            half.origin(),
            half.origins());
    decided.put(half.address(), whole);
    Value.Fields decision = decider.settle(whole, from);
    planned.put(half.address(), decision);
    return decision;
  }

  private static @Nullable Value region(Module.Resource resource, Environment environment) {
    Term written = resource.region();
    if (written == null) {
      return null;
    }
    Value region = Terms.evaluate(written, Shape.Scalar.STRING, environment).orElse(null);
    SecretPlaces.inScope("region", Optional.ofNullable(region), written.range());
    return region;
  }

  private SortedSet<Address> waits(
      Module.Resource resource,
      TypeSchema schema,
      Map<String, SortedSet<AttributeRef>> from,
      SortedSet<AttributeRef> eachFrom,
      Room room,
      boolean settling) {
    SortedSet<Address> waits = new TreeSet<>();
    from.forEach((attribute, refs) -> {
      if (Items.settles(schema, attribute) == settling) {
        refs.forEach(ref -> waits.add(ref.address()));
      }
    });
    if (!settling) {
      eachFrom.stream()
          .filter(ref -> from.values().stream().anyMatch(refs -> refs.contains(ref)))
          .forEach(ref -> waits.add(ref.address()));
      waits.addAll(dependencies(resource.dependsOn(), room));
      waits.addAll(callers.getOrDefault(room.place, new TreeSet<>()));
    }
    return waits;
  }

  /// A key that no instance has is a mistake: what was to be waited for is not there.
  private void exists(Module.Dependency dependency, Room room) {
    Optional<SortedSet<String>> keys = room.keys(dependency.name());
    String key = dependency.key();
    if (key != null && keys.isPresent() && !keys.get().contains(key)) {
      diagnostics.add(
          Diagnostic.error(
                  "CRN1024",
                  "a dependency cannot be found",
                  "`" + dependency.name() + "` has no instance `" + key + "`")
              .at(dependency.range())
              .suggest(Nearest.suggestion(key, keys.get())));
    }
  }

  private SortedSet<Address> dependencies(List<Module.Dependency> dependsOn, Room room) {
    SortedSet<Address> waits = new TreeSet<>();
    for (Module.Dependency dependency : dependsOn) {
      if (room.module.modules().containsKey(dependency.name())) {
        waits.add(room.address(dependency.name(), dependency.key()));
      } else if (dependency.key() != null || room.keys(dependency.name()).isEmpty()) {
        exists(dependency, room);
        waits.add(room.address(dependency.name(), dependency.key()));
      } else {
        room.keys(dependency.name())
            .ifPresent(
                keys -> keys.forEach(key -> waits.add(room.address(dependency.name(), key))));
      }
    }
    return waits;
  }

  private static Lifecycle lifecycle(Module.Rules rules, Environment environment) {
    List<Value> replaceOn = new ArrayList<>();
    for (Expression expression : rules.replaceOn()) {
      expression.evaluate(environment).ifPresent(replaceOn::add);
    }
    return new Lifecycle(
        rules.protect(),
        rules.retainOnDelete(),
        rules.createBeforeDelete(),
        rules.update(),
        new Value.Items(replaceOn));
  }

  private static Value.Fields adoptBy(Term.@Nullable Mapping adoptBy, Environment environment) {
    return adoptBy == null
        ? Value.Fields.EMPTY
        : (Value.Fields)
            Terms.evaluate(adoptBy, Shape.Scalar.ANY, environment).orElse(Value.Fields.EMPTY);
  }

  private static Diagnostic noHost(Module.Resource resource, Address address) {
    return Diagnostic.error(
            "CRN2009",
            "a resource has no host to live on",
            "`" + address + "` is on no host of this stack")
        .of(address)
        .at(resource.attributes().keys().getOrDefault("host", resource.range()))
        .suggest("set `host: ${NAME}` to a resource of type docker.host");
  }
}
