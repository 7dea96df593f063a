package dev.cairn.acceptance.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.api.value.Value;
import dev.cairn.cli.Main;
import dev.cairn.cli.invocation.Terminal;
import dev.cairn.codec.Json;
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
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The line of each attribute of each type is removed, on the simulated provider: that is a change
/// or a release, never silence, and after it there is nothing more to do.
final class RemovalTest {
  @TempDir Path directory;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  static Stream<RemovedLines> types() {
    return RemovedLinesOf.all();
  }

  @ParameterizedTest
  @MethodSource("types")
  void aRemovedLineIsAChangeOrAReleaseAndThenNothing(RemovedLines lines) throws IOException {
    write(lines.yaml(true));
    assertThat(cairn("apply", "--simulate", "--yes")).as(this::said).isZero();
    assertThat(cairn("plan", "--simulate", "--detailed-exitcode")).as(this::said).isZero();
    write(lines.yaml(false));
    assertThat(cairn("plan", "--simulate", "--json")).as(this::said).isZero();
    List<Value> changes = ((Value.Fields) Json.read(out.toByteArray())).items("changes");
    assertThat(lines.lines().keySet())
        .allSatisfy(path -> assertThat(changes).as(path).anyMatch(change -> says(change, path)));
    assertThat(cairn("apply", "--simulate", "--yes", "--accept-data-loss", "*"))
        .as(this::said)
        .isZero();
    assertThat(cairn("plan", "--simulate", "--detailed-exitcode")).as(this::said).isZero();
  }

  /// Whether a change has the removed attribute as its reason. Below it, the normal form may have
  /// another path: `disable` of a health check is a test.
  private static boolean says(Value change, String path) {
    Value.Fields fields = (Value.Fields) change;
    return fields.text("address").orElse("").equals(RemovedLines.name(path))
        && fields.items("reasons").stream()
            .map(reason -> ((Value.Fields) reason).text("path").orElse("").split("[.\\[]", 2)[0])
            .anyMatch(path.split("[.\\[]", 2)[0]::equals);
  }

  private void write(String yaml) throws IOException {
    Files.writeString(directory.resolve("stack.yaml"), yaml);
  }

  private int cairn(String command, String... options) {
    out.reset();
    err.reset();
    List<String> arguments = new ArrayList<>(List.of("-C", directory.toString(), command));
    arguments.addAll(List.of(options));
    try (PrintStream plain = new PrintStream(out, true, StandardCharsets.UTF_8);
        PrintStream errors = new PrintStream(err, true, StandardCharsets.UTF_8)) {
      BufferedReader nobody = new BufferedReader(Reader.nullReader());
      return Main.run(arguments, new Terminal(plain, errors, nobody, Map.of(), "", 120));
    }
  }

  private String said() {
    return out.toString(StandardCharsets.UTF_8) + err.toString(StandardCharsets.UTF_8);
  }
}
