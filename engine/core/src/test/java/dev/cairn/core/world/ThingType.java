package dev.cairn.core.world;

import dev.cairn.api.address.Path;
import dev.cairn.api.address.TypeName;
import dev.cairn.api.plan.Call;
import dev.cairn.api.plan.Repeat;
import dev.cairn.api.provider.ResourceType;
import dev.cairn.api.resource.Desired;
import dev.cairn.api.schema.Attribute;
import dev.cairn.api.schema.Compare;
import dev.cairn.api.schema.Exclusive;
import dev.cairn.api.schema.Home;
import dev.cairn.api.schema.Identity;
import dev.cairn.api.schema.Impact;
import dev.cairn.api.schema.Phase;
import dev.cairn.api.schema.Removal;
import dev.cairn.api.schema.Timeouts;
import dev.cairn.api.schema.Trait;
import dev.cairn.api.schema.TypeSchema;
import dev.cairn.api.value.Shape;
import dev.cairn.api.value.Value;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;

/// A thing: has a `name` for life, a `size`, perhaps a `friend` (another thing's id), a `badge`
/// that a second call pins on, and `rules` that are settled afterwards.
public final class ThingType implements ResourceType {
  public static final TypeName NAME = TypeName.parse("world.thing");
  public static final Timeouts TIMEOUTS =
      new Timeouts(Duration.ofMinutes(5), Duration.ofMinutes(5), Duration.ofMinutes(5));

  private final Repeat repeat;

  public ThingType(Repeat repeat) {
    this.repeat = repeat;
  }

  public static TypeSchema schema() {
    Map<String, Attribute> attributes = new TreeMap<>();
    attributes.put("id", attribute(Phase.CREATE, Trait.COMPUTED, Trait.READ_ONLY));
    attributes.put("serial", attribute(Phase.CREATE, Trait.COMPUTED, Trait.READ_ONLY));
    attributes.put("name", attribute(Phase.CREATE, Trait.REQUIRED, Trait.IMMUTABLE));
    attributes.put("size", attribute(Phase.CREATE));
    attributes.put("friend", attribute(Phase.CREATE));
    attributes.put("badge", attribute(Phase.CREATE));
    attributes.put("password", attribute(Phase.CREATE, Trait.SENSITIVE, Trait.WRITE_ONLY));
    attributes.put("rules", attribute(Phase.SETTLE));
    return new TypeSchema(
        NAME,
        3,
        Home.PROVIDER,
        new TreeMap<>(attributes),
        List.of(new Exclusive(List.of(Path.of("name")), List.of())),
        new Identity.Tagged(),
        TIMEOUTS,
        Duration.ofSeconds(30),
        false,
        false,
        "A thing.",
        Value.Fields.EMPTY);
  }

  private static Attribute attribute(Phase phase, Trait... traits) {
    return new Attribute(
        Shape.Scalar.ANY,
        Compare.STRICT,
        Set.of(traits),
        phase,
        Impact.IN_PLACE,
        new Removal.Released("nobody knows a thing's own"),
        null,
        new TreeMap<>(),
        "");
  }

  @Override
  public TypeName name() {
    return NAME;
  }

  @Override
  public List<Call> create(Desired desired) {
    Value.Fields born = desired.attributes().without("rules").without("badge");
    List<Call> calls = new ArrayList<>();
    calls.add(new Call("world:Create", born, repeat));
    desired
        .attributes()
        .get("badge")
        .ifPresent(badge ->
            calls.add(new Call("world:Pin", Value.Fields.of("badge", badge), Repeat.SAFE)));
    return calls;
  }

  @Override
  public List<Call> update(Value.Fields from, Desired to, SortedSet<Path> changed) {
    Value.Fields arguments = Value.Fields.EMPTY;
    for (Path path : changed) {
      arguments =
          arguments.with(
              path.attribute(), to.attributes().get(path.attribute()).orElse(Value.text("")));
    }
    return List.of(new Call("world:Change", arguments, Repeat.SAFE));
  }

  @Override
  public List<Call> delete(Value.Fields from) {
    return List.of(new Call("world:Delete", Value.Fields.EMPTY, Repeat.SAFE));
  }
}
