package dev.cairn.core.world;

import dev.cairn.api.address.TypeName;
import dev.cairn.api.plan.Repeat;
import dev.cairn.api.provider.Provider;
import dev.cairn.api.provider.ResourceType;
import dev.cairn.api.provider.Session;
import dev.cairn.api.resource.Scope;
import dev.cairn.api.value.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// The provider of a [World].
public final class WorldProvider implements Provider {
  public static final TypeName CENSUS = TypeName.parse("world.census");

  private final World world;
  private final Repeat repeat;
  private final List<Scope> opened = Collections.synchronizedList(new ArrayList<>());

  public WorldProvider(World world, Repeat repeat) {
    this.world = world;
    this.repeat = repeat;
  }

  /// The scopes that sessions were opened in.
  public List<Scope> opened() {
    return List.copyOf(opened);
  }

  @Override
  public String name() {
    return "world";
  }

  @Override
  public List<ResourceType> types() {
    return List.of(new ThingType(repeat));
  }

  @Override
  public List<TypeName> lookups() {
    return List.of(CENSUS);
  }

  @Override
  public Scope scope(Value.Fields settings) {
    return new Scope("world", settings, null, null);
  }

  @Override
  public Session open(Scope scope) {
    opened.add(scope);
    return new WorldSession(world);
  }

  @Override
  public int parallelism() {
    return 4;
  }
}
