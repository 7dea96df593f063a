package dev.cairn.simulated;

import dev.cairn.api.address.TypeName;
import dev.cairn.api.provider.Provider;
import dev.cairn.api.provider.ResourceType;
import dev.cairn.api.provider.Session;
import dev.cairn.api.resource.Scope;
import dev.cairn.api.schema.TypeSchema;
import dev.cairn.api.value.Value;
import dev.cairn.simulated.world.World;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/// A real provider whose remote half is simulated: name, types with their pure half, lookups and
/// scopes are its own; the objects live in a [World], and all that is known of them comes from the
/// schemas.
public final class SimulatedProvider implements Provider {
  private final Provider real;
  private final Function<TypeName, Optional<TypeSchema>> schemas;
  private final World world;
  private final Weather weather;
  private final Faults faults;
  private final InstantSource clock;

  /// @param schemas the schema of every type and lookup of all providers; empty for a type that
  ///   does not exist
  /// @param world closed by the caller; several providers may share one
  public SimulatedProvider(
      Provider real, Function<TypeName, Optional<TypeSchema>> schemas, World world) {
    this(real, schemas, world, Faults.NONE, InstantSource.system(), SimulatedProvider::sleep);
  }

  /// @param pause waits on the calling thread, for latency
  public SimulatedProvider(
      Provider real,
      Function<TypeName, Optional<TypeSchema>> schemas,
      World world,
      Faults faults,
      InstantSource clock,
      Consumer<Duration> pause) {
    this.real = real;
    this.schemas = schemas;
    this.world = world;
    this.weather = new Weather(faults, pause);
    this.faults = faults;
    this.clock = clock;
  }

  @Override
  public String name() {
    return real.name();
  }

  @Override
  public List<ResourceType> types() {
    return real.types();
  }

  @Override
  public List<TypeName> lookups() {
    return real.lookups();
  }

  @Override
  public Scope scope(Value.Fields settings) {
    return real.scope(settings);
  }

  @Override
  public Value.Fields defaults(TypeName type, Value.Fields settings) {
    return real.defaults(type, settings);
  }

  @Override
  public Session open(Scope scope) {
    Map<TypeName, ResourceType> types =
        real.types().stream().collect(Collectors.toMap(ResourceType::name, type -> type));
    Scene scene = new Scene(scope, world, types, schemas);
    Imitation imitation = new Imitation(scene);
    Integrity integrity =
        new Integrity(scene, new LookupIds(real.lookups(), scene, imitation.forms()));
    return new SimulatedSession(
        scene,
        imitation,
        new Effects(scene, imitation, integrity, clock),
        new Sight(scene, faults, clock),
        weather);
  }

  @Override
  public int parallelism() {
    return real.parallelism();
  }

  private static void sleep(Duration duration) {
    try {
      Thread.sleep(duration);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
