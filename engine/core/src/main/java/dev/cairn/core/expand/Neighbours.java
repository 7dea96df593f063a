package dev.cairn.core.expand;

import dev.cairn.api.address.Address;
import dev.cairn.api.address.Path;
import dev.cairn.api.diagnostic.Diagnostic;
import dev.cairn.api.diagnostic.SourceRange;
import dev.cairn.api.provider.ResourceType;
import dev.cairn.api.provider.ResourceType.Problem;
import dev.cairn.api.resource.Desired;
import dev.cairn.api.schema.Attribute;
import dev.cairn.api.schema.TypeSchema;
import dev.cairn.api.value.Residual;
import dev.cairn.api.value.Value;
import dev.cairn.core.schema.Catalog;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What is wrong with the resources of a stack beside each other: two that hold one key, and what
/// does not fit that which it refers to.
final class Neighbours {
  private static final Path ID = Path.of("id");

  private final Catalog catalog;
  private final Map<Address, Desired> desired;
  private final Map<Address, Value.Fields> planned;
  private final Map<Value, Address> ids = new HashMap<>();

  /// @param desired all resources of the stack
  /// @param planned their attributes after apply
  Neighbours(Catalog catalog, Map<Address, Desired> desired, Map<Address, Value.Fields> planned) {
    this.catalog = catalog;
    this.desired = new TreeMap<>(desired);
    this.planned = Map.copyOf(planned);
    planned.forEach(
        (address, attributes) -> attributes.at(ID).ifPresent(id -> ids.put(id, address)));
  }

  List<Diagnostic> wrong() {
    List<Diagnostic> wrong = new ArrayList<>();
    desired.values().forEach(one -> unfitting(one, wrong));
    Map<Object, List<Held>> groups = new HashMap<>();
    desired.values().forEach(one -> hold(one, groups));
    List<Diagnostic> taken = new ArrayList<>();
    groups.values().forEach(group -> collide(group, taken));
    taken.sort(Comparator.comparing(Neighbours::place).thenComparing(Diagnostic::detail));
    wrong.addAll(taken);
    return wrong;
  }

  private static SourceRange place(Diagnostic found) {
    SourceRange range = found.range();
    return range == null ? new SourceRange("", 0, 0, 0, 0) : range;
  }

  private void unfitting(Desired one, List<Diagnostic> wrong) {
    type(one)
        .check(one.attributes(), attribute -> referred(one, attribute))
        .forEach(problem -> wrong.add(unfitting(one, problem)));
  }

  private static Diagnostic unfitting(Desired one, Problem problem) {
    return Diagnostic.error("CRN2013", problem.summary(), problem.detail())
        .of(one.address())
        .at(one.origins().getOrDefault(problem.path(), one.origin()))
        .suggest(problem.suggestion());
  }

  private Optional<Value.Fields> referred(Desired one, String name) {
    Attribute attribute = schema(one).attributes().get(name);
    Value value = one.attributes().get(name).orElse(null);
    if (attribute == null || attribute.refersTo() == null || value == null) {
      return Optional.empty();
    }
    Address address =
        value instanceof Value.Unknown(var _, Residual.Attribute(var ref)) && ref.path().equals(ID)
            ? ref.address()
            : ids.get(value);
    return address == null
        ? Optional.empty()
        : Optional.ofNullable(desired.get(address))
            .filter(other -> other.type().equals(attribute.refersTo()))
            .map(other ->
                planned.getOrDefault(address, Value.Fields.EMPTY).with(other.attributes()));
  }

  private record Held(Desired by, ExclusiveKey key) {
    String extent() {
      return key.extent();
    }
  }

  private void hold(Desired one, Map<Object, List<Held>> groups) {
    ResourceType type = type(one);
    Value.Fields attributes = type.planned(one).with(one.attributes());
    for (ExclusiveKey key : ExclusiveKey.of(schema(one), type, one.scope(), attributes)) {
      groups.computeIfAbsent(key.bounds(), _ -> new ArrayList<>()).add(new Held(one, key));
    }
  }

  /// In the order of their extents, all that lies in one follows it.
  private void collide(List<Held> group, List<Diagnostic> taken) {
    List<Held> sorted = new ArrayList<>(group);
    sorted.sort(
        Comparator.comparing(Held::extent).thenComparing((Held held) -> held.by().address()));
    Held outer = null;
    for (Held held : sorted) {
      if (outer == null || !held.extent().startsWith(outer.extent())) {
        outer = held;
      } else if (!outer.by().address().equals(held.by().address())) {
        taken.add(taken(held, outer));
      }
    }
  }

  private Diagnostic taken(Held one, Held other) {
    boolean swapped = one.by().address().compareTo(other.by().address()) < 0;
    Held first = swapped ? one : other;
    Held second = swapped ? other : one;
    Path key = second.key().paths(schema(second.by())).getFirst();
    String name = type(second.by()).written(key).toString();
    String said = second.key().name(schema(second.by()));
    return Diagnostic.error("CRN2022", "two resources need the same key", both(first, second, said))
        .of(second.by().address())
        .at(second.by().origins().getOrDefault(Path.of(name), second.by().origin()))
        .suggest("give one of them another " + name);
  }

  private static String both(Held first, Held second, String name) {
    String one = value(first);
    String two = value(second);
    String values =
        one.isEmpty() || two.isEmpty()
            ? ""
            : one.equals(two) ? " " + one : ": " + one + " and " + two;
    return "`"
        + first.by().address()
        + "` and `"
        + second.by().address()
        + "` both have "
        + name
        + values;
  }

  private static String value(Held held) {
    Value value = held.key().values().getFirst();
    return held.key().values().size() == 1 && value instanceof Value.Text(String text) ? text : "";
  }

  private TypeSchema schema(Desired one) {
    return catalog.schema(one.type()).orElseThrow();
  }

  private ResourceType type(Desired one) {
    return catalog.type(one.type()).orElseThrow();
  }
}
