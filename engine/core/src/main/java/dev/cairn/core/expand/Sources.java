package dev.cairn.core.expand;

import dev.cairn.api.address.Address;
import dev.cairn.api.address.AttributeRef;
import dev.cairn.api.address.Path;
import dev.cairn.api.value.Value;
import dev.cairn.core.expression.Expression;
import dev.cairn.core.expression.Reference;
import dev.cairn.core.expression.Term;
import dev.cairn.core.stack.Module;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Which attributes of which resource instances a term is made from, through locals, variables and
/// modules.
final class Sources {
  private Sources() {}

  /// @param each of the resource, with its `key`
  /// @param eachFrom what the collection of `forEach` was made from
  static SortedSet<AttributeRef> of(
      @Nullable Term term, Room room, Value.Fields each, SortedSet<AttributeRef> eachFrom) {
    SortedSet<AttributeRef> found = new TreeSet<>();
    Reads.in(term).forEach(expression -> of(expression, room, each, eachFrom, found));
    return found;
  }

  private static void of(
      Expression expression,
      Room room,
      Value.Fields each,
      SortedSet<AttributeRef> eachFrom,
      SortedSet<AttributeRef> found) {
    for (Reference reference : expression.reads(room.environment(each))) {
      String root = reference.root();
      List<String> keys = reference.keys();
      switch (root) {
        case "vars", "locals" ->
            keys.stream().findFirst().ifPresent(name -> found.addAll(room.from(root, name)));
        case "each" -> {
          if (!keys.equals(List.of("key"))) {
            found.addAll(eachFrom);
          }
        }
        default -> named(reference, room, found);
      }
    }
  }

  private static void named(Reference reference, Room room, SortedSet<AttributeRef> found) {
    String root = reference.root();
    if (room.module.resources().containsKey(root)) {
      resource(reference, room, found);
    } else if (room.module.lookups().containsKey(root)) {
      found.addAll(room.from("lookups", root));
      found.add(new AttributeRef(room.address(root, null), new Path(reference.keys())));
    } else {
      Module.Call call = room.module.modules().get(root);
      if (call != null) {
        outputs(reference, call, room.inner(root), found);
      }
    }
  }

  private static void resource(Reference reference, Room room, SortedSet<AttributeRef> found) {
    String root = reference.root();
    List<String> keys = reference.keys();
    SortedSet<String> instances = room.keys(root).orElse(null);
    if (instances == null) {
      found.add(new AttributeRef(room.address(root, null), new Path(keys)));
    } else if (!keys.isEmpty()) {
      found.add(
          new AttributeRef(
              room.address(root, keys.getFirst()), new Path(keys.subList(1, keys.size()))));
    } else {
      instances.forEach(key -> found.add(new AttributeRef(room.address(root, key), Path.ROOT)));
    }
  }

  private static void outputs(
      Reference reference, Module.Call call, List<Room> rooms, SortedSet<AttributeRef> found) {
    List<String> keys = reference.keys();
    int at = call.forEach() == null ? 0 : 1;
    for (Room inner : rooms) {
      Address.Part part = inner.place.getLast();
      if (at == 1 && !keys.isEmpty() && !keys.getFirst().equals(part.key())) {
        continue;
      }
      if (keys.size() > at) {
        found.addAll(inner.from("outputs", keys.get(at)));
      } else {
        call.body()
            .outputs()
            .keySet()
            .forEach(output -> found.addAll(inner.from("outputs", output)));
      }
    }
  }
}
