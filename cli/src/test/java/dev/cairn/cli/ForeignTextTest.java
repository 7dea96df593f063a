package dev.cairn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.api.value.Value;
import dev.cairn.codec.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever stands in a stack file, in keys and in values, is shown and does nothing to who looks.
class ForeignTextTest {
  private static final List<String> BAD =
      List.of(
          "\u001b[2J\u001b[H",
          "\u001b[8m",
          "\u001b]0;x\u0007",
          "\r",
          "\b\b\b",
          "\u007f",
          "\u0085",
          "\u009b31m",
          "\u202e",
          "\u2066",
          "\u200b",
          "\u200d",
          "\u2060",
          "\ufeff",
          "\u061c",
          "\u2028",
          "\udb40\udc41",
          "\u3164",
          "\nDigest: sha256:false\n",
          "\nPlan: 1 to create; 0 unchanged.\n",
          "\u001b[0m");

  @TempDir Path directory;

  static Stream<Long> seeds() {
    return IntStream.range(0, 6).mapToObj(Long::valueOf);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void nothingThatAStackSaysReachesTheScreenAsAControl(long seed) throws IOException {
    Random random = new Random(seed);
    stack(random, "", "");
    run(1, "validate");
    run(1, "plan");
    run(1, "plan", "--json");
    run(1, "plan", "--out", "p");
    run(1, "apply", "--yes");
    run(0, "output");
    run(0, "output", "--json");
    run(0, "state", "list");
    run(0, "state", "show", "vpc");
    run(0, "state", "history");
    stack(random, "", "");
    run(1, "plan");
    run(1, "apply", "--yes", "--json");
    stack(random, ", " + quoted(text(random)) + ": 1", "");
    run(0, "validate");
    run(0, "plan", "--json");
    stack(random, "", "  " + quoted(text(random)) + ": { type: " + quoted(text(random)) + " }\n");
    run(0, "validate");
    run(0, "validate", "--json");
    run(0, "plan", text(random));
    run(0, text(random));
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (file.toString().endsWith(".json") || file.endsWith("p")) {
          assertClean(Files.readString(file), file.toString());
        }
      }
    }
  }

  /// @param digests how many lines may tell a digest
  private void run(int digests, String... command) {
    String name = String.join(" ", command);
    CommandLineRun run = Simulated.in(directory, command);
    assertClean(run.out(), name);
    assertClean(run.err(), name);
    assertThat((run.out() + run.err()).lines().filter(line -> line.startsWith("Digest:")).count())
        .as(name)
        .isLessThanOrEqualTo(digests);
    assertThat(run.exit()).as("%s: %s", name, run.err()).isNotEqualTo(70);
  }

  private static void assertClean(String text, String what) {
    assertThat(text.codePoints().filter(ForeignTextTest::controls).mapToObj(Integer::toHexString))
        .as(what)
        .isEmpty();
  }

  private static boolean controls(int point) {
    int type = Character.getType(point);
    return point != '\n'
        && point != '\t'
        && (type == Character.CONTROL
            || type == Character.FORMAT
            || type == Character.LINE_SEPARATOR
            || point == 0x3164);
  }

  private void stack(Random random, String attribute, String resource) throws IOException {
    String yaml =
        """
        stack: foreign
        providers: { aws: { region: eu-central-1 } }
        resources:
          vpc: { type: aws.vpc, cidrBlock: 10.0.0.0/16, tags: { %s: %s, %s: %s }%s }
          address: { type: aws.eip, forEach: { %s: x, %s: y }, tags: { n: "${each.key}" } }
        %soutputs:
          one: { %s: %s }
          two: %s
        """
            .formatted(
                quoted(text(random)),
                quoted(text(random)),
                quoted(text(random)),
                quoted(text(random)),
                attribute,
                quoted(text(random)),
                quoted(text(random)),
                resource,
                quoted(text(random)),
                quoted(text(random)),
                quoted(text(random)));
    Files.write(directory.resolve("stack.yaml"), yaml.getBytes(StandardCharsets.UTF_8));
  }

  private static String text(Random random) {
    List<String> parts = new ArrayList<>(List.of("a" + random.nextInt(1000)));
    for (int i = random.nextInt(3); i >= 0; i--) {
      parts.add(BAD.get(random.nextInt(BAD.size())));
      parts.add("b");
    }
    return String.join("", parts);
  }

  /// With every control escaped, as YAML reads it in double quotes.
  private static String quoted(String text) {
    StringBuilder out = new StringBuilder("\"");
    text.chars()
        .forEach(unit -> {
          if (unit < ' ' || unit > '~') {
            out.append("\\u").append(Integer.toHexString(0x10000 | unit).substring(1));
          } else {
            out.append(unit == '"' || unit == '\\' ? "\\" : "").append((char) unit);
          }
        });
    return out.append('"').toString();
  }

  @Test
  void aDocumentWithEscapesIsTheSameDocument() {
    Value text = Value.text("a\u202e\u0085\u200b\n\udb40\udc41z");
    assertThat(Json.read(Json.pretty(text))).isEqualTo(text);
  }
}
