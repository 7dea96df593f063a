package dev.cairn.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.acceptance.parts.Cairn;
import dev.cairn.acceptance.parts.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The five systems that must live, each with the next thing that it lacks. A system that lacks
/// nothing more fails here until a test that lets it live takes its place.
class SystemsTest {
  private static final Path EXPECTED = Path.of("resources", "systems.txt");
  private static final Path STACKS = Path.of("..", "..", "stacks");
  private static final Pattern FIRST =
      Pattern.compile(
          "(?s).*?error (CRN\\d{4}) .*?\\n  at (\\S+?):\\d+:\\d+\\n.*?\\^\\n  ([^\\n]+)");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ec2-failover",
        "swarm-autoscaling",
        "relocation",
        "node-cluster",
        "mongo-node-haproxy"
      })
  void aSystemStillLacksWhatItIsSaidToLack(String system) throws IOException {
    assertThat(lacked(system))
        .as(
            "what stacks/%s lacks next; if that is now another thing, say so in %s; if nothing, let"
                + " a test of its own make it live and take it out of here",
            system, EXPECTED)
        .isEqualTo(expected().get(system));
  }

  @Test
  void eachStackIsAnExampleThatRunsOrASystemThatLacksSomething() throws IOException {
    try (Stream<Path> stacks = Files.list(STACKS)) {
      assertThat(
              stacks
                  .map(path -> path.getFileName().toString())
                  .filter(name -> !name.equals("quickstart") && !name.equals("modules")))
          .containsExactlyInAnyOrderElementsOf(expected().keySet());
    }
  }

  private static String lacked(String system) {
    Shell.Result validated = new Cairn(STACKS.resolve(system)).run("validate");
    Matcher first = FIRST.matcher(validated.out() + validated.err());
    assertThat(validated.exit()).as("validate of " + system).isEqualTo(first.lookingAt() ? 1 : 0);
    return first.reset().lookingAt()
        ? first.group(1) + " " + first.group(2) + ": " + first.group(3)
        : "nothing";
  }

  private static SortedMap<String, String> expected() throws IOException {
    SortedMap<String, String> expected = new TreeMap<>();
    for (String line : Files.readAllLines(EXPECTED)) {
      int space = line.indexOf(' ');
      if (!line.startsWith("#") && space > 0) {
        expected.put(line.substring(0, space), line.substring(space).strip());
      }
    }
    return expected;
  }
}
