package dev.cairn.acceptance.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.api.address.TypeName;
import dev.cairn.api.provider.ResourceType;
import dev.cairn.cli.Main;
import dev.cairn.cli.invocation.Terminal;
import dev.cairn.testkit.StackGenerator;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Generated stacks live and end on the simulated provider, by the command line alone.
final class SimulatedLivesTest {
  private static final int RESOURCES = 25;
  @TempDir Path directory;
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void whatIsAppliedIsAsPlannedAndCanBeDestroyed(long seed) throws IOException {
    Files.writeString(directory.resolve("stack.yaml"), yaml(seed));
    assertThat(cairn("apply", "--simulate", "--yes")).as(this::said).isZero();
    assertThat(cairn("plan", "--simulate", "--detailed-exitcode")).as(this::said).isZero();
    assertThat(cairn("destroy", "--simulate", "--yes", "--accept-data-loss", "*"))
        .as(this::said)
        .isZero();
    assertThat(cairn("plan", "--simulate", "--detailed-exitcode")).as(this::said).isEqualTo(2);
  }

  private int cairn(String command, String... options) {
    said.reset();
    List<String> arguments = new ArrayList<>(List.of("-C", directory.toString(), command));
    arguments.addAll(List.of(options));
    try (PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8)) {
      BufferedReader nobody = new BufferedReader(Reader.nullReader());
      return Main.run(arguments, new Terminal(out, out, nobody, Map.of(), "", 120));
    }
  }

  private String said() {
    return said.toString(StandardCharsets.UTF_8);
  }

  private static String yaml(long seed) {
    Map<TypeName, ResourceType> types =
        Stream.of(Real.AWS, Real.DOCKER)
            .flatMap(provider -> provider.types().stream())
            .collect(Collectors.toMap(ResourceType::name, type -> type));
    return StackGenerator.stack(Real.schemas(), types, seed, RESOURCES).yaml();
  }
}
