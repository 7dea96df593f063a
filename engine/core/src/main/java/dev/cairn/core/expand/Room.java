package dev.cairn.core.expand;

import dev.cairn.api.address.Address;
import dev.cairn.api.address.Address.Part;
import dev.cairn.api.address.AttributeRef;
import dev.cairn.api.value.Value;
import dev.cairn.core.expression.Environment;
import dev.cairn.core.expression.Inputs;
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

/// The values of one instance of a module, filled while a stack is expanded. Beside each value that
/// has a name it keeps the attributes of resources that the value was made from.
final class Room {
  final List<Part> place;
  final Module module;
  final @Nullable Room parent;
  final Value.Fields each;
  final Value.Fields variables;
  private final Inputs inputs;
  private final SortedMap<String, Value> vars = new TreeMap<>();
  private final SortedMap<String, Value> locals = new TreeMap<>();
  private final SortedMap<String, Value> outputs = new TreeMap<>();
  private final Map<String, Value> names = new HashMap<>();
  private final Map<String, SortedSet<String>> keys = new HashMap<>();
  private final Map<String, SortedSet<AttributeRef>> sources = new HashMap<>();
  private final Map<String, List<Room>> inner = new HashMap<>();
  private Value.@Nullable Fields varsNow;
  private Value.@Nullable Fields localsNow;

  /// @param each what `each` stands for where this instance of the module is called; empty without
  ///   `forEach`
  /// @param variables of the root: the values that were given
  Room(
      List<Part> place,
      Module module,
      @Nullable Room parent,
      Value.Fields each,
      Value.Fields variables,
      Inputs inputs) {
    this.place = place;
    this.module = module;
    this.parent = parent;
    this.each = each;
    this.variables = variables;
    this.inputs = inputs;
  }

  Address address(String name, @Nullable String key) {
    return new Address(place, new Part(name, key));
  }

  void variable(String name, Value value, SortedSet<AttributeRef> from) {
    vars.put(name, value);
    varsNow = null;
    sources.put("vars." + name, from);
  }

  void local(String name, Value value, SortedSet<AttributeRef> from) {
    locals.put(name, value);
    localsNow = null;
    sources.put("locals." + name, from);
  }

  void output(String name, Value value, SortedSet<AttributeRef> from) {
    outputs.put(name, value);
    sources.put("outputs." + name, from);
  }

  void name(String name, Value value) {
    names.put(name, value);
  }

  void lookup(String name, Value value, SortedSet<AttributeRef> from) {
    names.put(name, value);
    sources.put("lookups." + name, from);
  }

  Value.Fields outputs() {
    return new Value.Fields(outputs);
  }

  /// What a name in this module was made from; `kind` as in expressions, with `outputs` and
  /// `lookups` beside them.
  SortedSet<AttributeRef> from(String kind, String name) {
    return sources.getOrDefault(kind + "." + name, new TreeSet<>());
  }

  /// The keys of a resource's instances, as long as they are known.
  Optional<SortedSet<String>> keys(String name) {
    return Optional.ofNullable(keys.get(name));
  }

  void keys(String name, SortedSet<String> instances) {
    keys.put(name, instances);
  }

  List<Room> inner(String name) {
    return inner.getOrDefault(name, List.of());
  }

  void inner(String name, Room room) {
    inner.computeIfAbsent(name, _ -> new ArrayList<>()).add(room);
  }

  /// What the names stand for in an expression of this module.
  ///
  /// @param around the `each` of the resource or module that the expression belongs to
  Environment environment(Value.Fields around) {
    return new Environment() {
      @Override
      public Optional<Value> root(String name) {
        return switch (name) {
          case "vars" -> Optional.of(vars());
          case "locals" -> Optional.of(locals());
          case "each" -> around.fields().isEmpty() ? Optional.empty() : Optional.of(around);
          default -> Optional.ofNullable(names.get(name));
        };
      }

      @Override
      public Inputs inputs() {
        return inputs;
      }

      @Override
      public Optional<Address> resource(String name, @Nullable String key) {
        boolean there =
            key == null
                ? names.containsKey(name) && !keys.containsKey(name)
                : keys(name).filter(all -> all.contains(key)).isPresent();
        return there && module.resources().containsKey(name)
            ? Optional.of(address(name, key))
            : Optional.empty();
      }
    };
  }

  private Value.Fields vars() {
    Value.Fields now = varsNow;
    if (now == null) {
      now = new Value.Fields(vars);
      varsNow = now;
    }
    return now;
  }

  private Value.Fields locals() {
    Value.Fields now = localsNow;
    if (now == null) {
      now = new Value.Fields(locals);
      localsNow = now;
    }
    return now;
  }
}
