package dev.cairn.acceptance.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.acceptance.parts.Cairn;
import dev.cairn.acceptance.parts.Engine;
import dev.cairn.acceptance.parts.EveryDefault;
import dev.cairn.acceptance.parts.Moto;
import dev.cairn.acceptance.parts.Parts;
import dev.cairn.acceptance.parts.Shell;
import dev.cairn.cli.Main;
import dev.cairn.cli.invocation.Terminal;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The line of each attribute of each type is removed, on the simulated provider, where AWS is
/// moto, and on an engine.
@ExtendWith(Parts.class)
final class RemovalTest {
  @TempDir Path directory;

  static Stream<RemovedLines> types() {
    return RemovedLinesOf.all();
  }

  @ParameterizedTest
  @MethodSource("types")
  void aRemovedLineIsAChangeOrAReleaseAndThenNothing(RemovedLines lines) {
    Cairn cairn = new Cairn(directory);
    new Removal(yaml -> cairn.write("stack.yaml", yaml), this::simulated).of(List.of(lines));
  }

  private Shell.Result simulated(List<String> command) {
    List<String> arguments = new ArrayList<>(List.of("-C", directory.toString()));
    arguments.addAll(command);
    arguments.add("--simulate");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    try (PrintStream plain = new PrintStream(out, true, StandardCharsets.UTF_8);
        PrintStream errors = new PrintStream(err, true, StandardCharsets.UTF_8)) {
      BufferedReader nobody = new BufferedReader(Reader.nullReader());
      int exit = Main.run(arguments, new Terminal(plain, errors, nobody, Map.of(), "", 120));
      return new Shell.Result(
          exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
  }

  @Test
  void soItIsOfAllTypesOfAwsAtOnceOnMoto(Moto moto) {
    moto.reset();
    Cairn cairn = new Cairn(directory).with("AWS_ENDPOINT_URL", moto.uri().toString()).begin();
    new Removal(cairn::commit, command -> cairn.run(command.toArray(String[]::new)))
        .of(RemovedLinesOf.onMoto());
  }

  @Test
  void whatIsLeftOutOnMotoIsLostThereStill(Moto moto) {
    moto.reset();
    assertThat(moto.boto3(LostByMoto.script())).as("what moto keeps now").isEqualTo("[]");
  }

  @Test
  void soItIsOfAllTypesOfDockerAtOnceOnAnEngine(@EveryDefault Engine engine) {
    sleeper(engine);
    Cairn cairn = new Cairn(directory).begin();
    Removal removal =
        new Removal(cairn::commit, command -> cairn.run(command.toArray(String[]::new)));
    try {
      removal.of(RemovedLinesOf.onEngine(engine.endpoint()));
    } finally {
      removal.destroy();
    }
  }

  /// The images that the stack names, made of the test image.
  private static void sleeper(Engine engine) {
    String made = engine.docker("create", Engine.IMAGE);
    engine.docker("commit", "--change", "CMD [\"sleep\", \"1000\"]", made, RemovedLinesOf.IMAGE);
    engine.docker("rm", made);
    for (int number = 2; number < 9; number++) {
      engine.docker("tag", RemovedLinesOf.IMAGE, "cairn.test/sleeper:" + number);
    }
  }
}
