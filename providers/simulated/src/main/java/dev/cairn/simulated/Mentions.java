package dev.cairn.simulated;

import dev.cairn.api.address.Path;
import dev.cairn.api.address.TypeName;
import dev.cairn.api.value.Value;
import dev.cairn.simulated.world.ObjectKey;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/// The objects of its own place that an object names rather than refers to by id, as those of an
/// engine do: in an attribute that is called as their type is, in the plural (`networks`,
/// `volumes`), and behind their type and a colon (`container:web`).
final class Mentions {
  private static final Path NAME = Path.of("name");

  private final Scene scene;
  private final Claims claims;

  Mentions(Scene scene, Claims claims) {
    this.scene = scene;
    this.claims = claims;
  }

  SortedSet<ObjectKey> in(Value.Fields given) {
    SortedSet<ObjectKey> mentioned = new TreeSet<>();
    for (TypeName type : scene.types().keySet()) {
      Stream.concat(listed(type, given), prefixed(type, given))
          .forEach(name -> named(type, name).forEach(mentioned::add));
    }
    return mentioned;
  }

  private static Stream<String> listed(TypeName type, Value.Fields given) {
    return given.items(type.name() + "s").stream()
        .filter(Value.Fields.class::isInstance)
        .map(Value.Fields.class::cast)
        .flatMap(
            item -> Stream.concat(item.text(type.name()).stream(), item.text("source").stream()));
  }

  private static Stream<String> prefixed(TypeName type, Value.Fields given) {
    String prefix = type.name() + ":";
    return given.fields().values().stream()
        .filter(Value.Text.class::isInstance)
        .map(value -> ((Value.Text) value).text())
        .filter(text -> text.startsWith(prefix))
        .map(text -> text.substring(prefix.length()));
  }

  private Stream<ObjectKey> named(TypeName type, String name) {
    ObjectKey byId = scene.place(type).key(name);
    Value.Fields held = Value.Fields.of(NAME.attribute(), Value.text(name));
    return scene.world().find(byId).isPresent()
        ? Stream.of(byId)
        : claims.of(scene.schema(type), held, held).stream()
            .flatMap(claim -> scene.world().holder(scene.place(type), claim).stream());
  }
}
