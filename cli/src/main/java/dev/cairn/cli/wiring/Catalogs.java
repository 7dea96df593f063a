package dev.cairn.cli.wiring;

import dev.cairn.api.address.TypeName;
import dev.cairn.api.provider.Provider;
import dev.cairn.api.schema.TypeSchema;
import dev.cairn.aws.AwsProvider;
import dev.cairn.core.schema.Catalog;
import dev.cairn.core.schema.Types;
import dev.cairn.docker.DockerProvider;
import dev.cairn.simulated.SimulatedProvider;
import dev.cairn.simulated.world.Entries;
import dev.cairn.simulated.world.FileHistory;
import dev.cairn.simulated.world.KeyedVault;
import dev.cairn.simulated.world.World;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// The providers that there are. Making one loads no client library.
final class Catalogs {
  private Catalogs() {}

  static Catalog real(Map<String, String> environment) {
    return new Types(providers(environment));
  }

  /// The same types, their objects in a world of files.
  static Catalog simulated(Map<String, String> environment, World world) {
    Catalog real = real(environment);
    Function<TypeName, Optional<TypeSchema>> schemas =
        name -> real.schema(name).or(() -> real.lookup(name));
    return new Types(
        providers(environment).stream()
            .<Provider>map(provider -> new SimulatedProvider(provider, schemas, world))
            .toList());
  }

  static World world(Path directory) {
    JsonLines codec = new JsonLines();
    return new World(
        new FileHistory(directory.resolve("world.jsonl"), codec),
        new Entries(new KeyedVault(directory.resolve("world.key"), codec)));
  }

  private static List<Provider> providers(Map<String, String> environment) {
    return List.of(new AwsProvider(environment), new DockerProvider());
  }
}
