package dev.cairn.core.plan;

import dev.cairn.api.address.Address;
import dev.cairn.api.address.TypeName;
import dev.cairn.api.resource.Scope;
import dev.cairn.api.schema.Attribute;
import dev.cairn.api.schema.Home;
import dev.cairn.api.schema.TypeSchema;
import dev.cairn.api.value.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/// Objects that others may hold on to: by their ids, on an engine by their names too.
final class Targets {
  private final Map<Object, Address> byId = new HashMap<>();
  private final Map<Object, Address> byName = new HashMap<>();

  void add(Address address, TypeName type, Scope scope, Value.Fields attributes) {
    attributes.text("id").ifPresent(id -> byId.put(key(type, scope, id), address));
    if (scope.host() != null) {
      attributes.text("name").ifPresent(name -> byName.put(key(type, scope, name), address));
    }
  }

  /// An id of an account is one everywhere; on engines, two may have the same.
  private static Object key(TypeName type, Scope scope, String name) {
    return scope.host() == null ? List.of(type, name) : List.of(type, scope.where(), name);
  }

  boolean isEmpty() {
    return byId.isEmpty() && byName.isEmpty();
  }

  /// What an object with these attributes holds on to, by the attribute that names it. Maps, tags
  /// and the like, hold nothing.
  SortedMap<String, SortedSet<Address>> heldBy(
      TypeSchema schema, Scope scope, Value.Fields attributes) {
    SortedMap<String, SortedSet<Address>> held = new TreeMap<>();
    attributes
        .fields()
        .forEach((name, value) -> {
          Attribute attribute = schema.attributes().get(name);
          if (attribute != null && attribute.settable() && !attribute.targets().isEmpty()) {
            SortedSet<Address> found = new TreeSet<>();
            texts(value, text -> find(attribute, schema, scope, text, found));
            if (!found.isEmpty()) {
              held.put(name, found);
            }
          }
        });
    return held;
  }

  private void find(
      Attribute attribute, TypeSchema schema, Scope scope, String text, SortedSet<Address> found) {
    // A namespace of a container is written container:NAME.
    String name = text.startsWith("container:") ? text.substring("container:".length()) : text;
    for (TypeName type : attribute.targets()) {
      Address address = byId.get(key(type, scope, name));
      if (address == null && schema.home() == Home.HOST) {
        address = byName.get(key(type, scope, name));
      }
      if (address != null) {
        found.add(address);
      }
    }
  }

  private static void texts(Value value, Consumer<String> each) {
    switch (value) {
      case Value.Text(String text) -> each.accept(text);
      case Value.Items(List<Value> items) -> items.forEach(item -> texts(item, each));
      case Value.Fields(var fields) -> fields.values().forEach(item -> texts(item, each));
      case Value.Sensitive(Value inner, var _) -> texts(inner, each);
      default -> {}
    }
  }
}
