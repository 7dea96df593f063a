package dev.cairn.simulated;

import dev.cairn.api.address.Path;
import dev.cairn.api.provider.ResourceType;
import dev.cairn.api.schema.Exclusive;
import dev.cairn.api.schema.TypeSchema;
import dev.cairn.api.value.Value;
import dev.cairn.simulated.world.ObjectKey;
import dev.cairn.simulated.world.SimulatedObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/// The exclusive keys that objects hold in their place, as texts. One that begins with another lies
/// inside of it, and one object has both: a block in a block, a port of one address in that port of
/// all.
record Claims(Scene scene) {
  private static final char END = '\n';

  /// @param chosen attributes that were not invented: an invented key is in nobody's way
  SortedSet<String> of(TypeSchema schema, Value.Fields chosen, Value.Fields attributes) {
    ResourceType type = scene.pure(schema.type());
    SortedSet<String> claims = new TreeSet<>();
    for (int i = 0; i < schema.exclusive().size(); i++) {
      Exclusive exclusive = schema.exclusive().get(i);
      String bounds = i + " " + texts(exclusive.within(), attributes);
      keys(type, exclusive.key(), chosen).forEach(key -> claims.add(bounds + " " + key));
    }
    return claims;
  }

  /// Another object that holds a key of this one, or what that lies in or has in it.
  Optional<ObjectKey> holder(SimulatedObject object) {
    return object.claims().stream().flatMap(claim -> holder(object, claim).stream()).findFirst();
  }

  private Optional<ObjectKey> holder(SimulatedObject object, String claim) {
    return claim.charAt(claim.length() - 1) == END
        ? scene.world().holder(object.key().place(), claim).filter(key -> !key.equals(object.key()))
        : scene.world().in(object.key().place()).stream()
            .filter(other -> !other.key().equals(object.key()))
            .filter(other -> other.claims().stream().anyMatch(theirs -> meet(theirs, claim)))
            .map(SimulatedObject::key)
            .findFirst();
  }

  private static boolean meet(String one, String other) {
    return one.startsWith(other) || other.startsWith(one);
  }

  private static String texts(List<Path> paths, Value.Fields attributes) {
    List<String> texts = new ArrayList<>();
    paths.forEach(path -> texts.add(attributes.at(path).map(Texts::of).orElse("")));
    return texts.toString();
  }

  /// Every combination of the values at the paths; none where one is missing.
  private static List<String> keys(ResourceType type, List<Path> paths, Value.Fields attributes) {
    List<String> keys = List.of("");
    for (Path path : paths) {
      List<String> parts = parts(type, path, attributes.at(path));
      keys = keys.stream().flatMap(key -> parts.stream().map(part -> key + "/" + part)).toList();
    }
    return paths.isEmpty() ? List.of() : keys;
  }

  private static List<String> parts(ResourceType type, Path path, Optional<Value> value) {
    return switch (value.map(Value::revealed).orElse(Value.Items.EMPTY)) {
      case Value.Items(List<Value> items) ->
          items.stream().map(item -> part(type, path, item)).toList();
      case Value single -> List.of(part(type, path, single));
    };
  }

  private static String part(ResourceType type, Path path, Value value) {
    String text = Texts.of(value);
    return type.extent(path, text).orElse(text + END);
  }
}
