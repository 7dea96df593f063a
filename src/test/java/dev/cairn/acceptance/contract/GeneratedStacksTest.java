package dev.cairn.acceptance.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.api.address.TypeName;
import dev.cairn.api.provider.ResourceType;
import dev.cairn.core.stack.LoadRequest;
import dev.cairn.core.stack.Loaded;
import dev.cairn.core.stack.StackLoader;
import dev.cairn.testkit.StackGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GeneratedStacksTest {
  private static final int STACKS = 50;
  private static final int RESOURCES = 30;
  @TempDir Path directory;

  @Test
  void generatedStacksAreValid() throws IOException {
    Path file = directory.resolve("stack.yaml");
    for (int seed = 0; seed < STACKS; seed++) {
      Files.writeString(file, yaml(seed));
      Loaded loaded = StackLoader.load(LoadRequest.of(directory, file), Real.CATALOG);
      assertThat(loaded.diagnostics()).as("seed %d", seed).isEmpty();
      assertThat(loaded.orThrow().root().resources()).hasSize(RESOURCES);
    }
  }

  @Test
  void everyTypeIsGenerated() {
    String all =
        Stream.iterate(0, seed -> seed + 1)
            .limit(STACKS)
            .map(GeneratedStacksTest::yaml)
            .collect(Collectors.joining());
    assertThat(Real.CATALOG.types()).allMatch(type -> all.contains("type: " + type + "\n"));
  }

  @Test
  void theSameSeedGivesTheSameStackAndAnotherSeedAnother() {
    assertThat(yaml(1)).isEqualTo(yaml(1)).isNotEqualTo(yaml(2));
  }

  private static String yaml(long seed) {
    Map<TypeName, ResourceType> types =
        Stream.of(Real.AWS, Real.DOCKER)
            .flatMap(provider -> provider.types().stream())
            .collect(Collectors.toMap(ResourceType::name, type -> type));
    return StackGenerator.stack(Real.schemas(), types, seed, RESOURCES).yaml();
  }
}
