package dev.cairn.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The launcher and the distributions that it picks, with a sample in Cairn's place.
class LauncherTest {
  @TempDir Path temporary;
  private Path root;
  private Path jars;

  @BeforeEach
  void aSourceTree() throws IOException {
    root = Files.createDirectories(temporary.resolve("a tree"));
    jars = Files.createDirectories(temporary.resolve("jars"));
    Files.createDirectories(root.resolve("cli/src/main"));
    Files.copy(SampleProgram.launcher(), root.resolve("cairn"));
    assertThat(root.resolve("cairn").toFile().setExecutable(true)).isTrue();
  }

  @Test
  void aRebuiltJarIsWhatRunsAndNotTheClassesOfAnOldCache() throws Exception {
    Path first = makeWithCache("one");
    assertThat(run(Map.of(), "cairn").out()).isEqualTo("one \n");
    Path second = makeWithCache("two");
    assertThat(run(Map.of(), "cairn").out()).isEqualTo("two \n");
    assertThat(second).isNotEqualTo(first);
    assertThat(makeWithCache("one")).isEqualTo(first);
    assertThat(run(Map.of(), "cairn").out()).isEqualTo("one \n");
  }

  @Test
  void classesComeFromTheCacheAlsoAfterTheDistributionWasMoved() throws Exception {
    Path moved = temporary.resolve("moved");
    Files.move(makeWithCache("one"), moved);
    Path log = temporary.resolve("classes.log");

    Outcome outcome =
        run(
            Map.of("CAIRN_JAVA_OPTS", "-Xlog:class+load:file=" + log),
            moved.resolve("cairn").toString());

    assertThat(outcome.out()).isEqualTo("one \n");
    assertThat(Files.readString(log))
        .containsPattern("dev\\.cairn\\.cli\\.Main source: shared objects file");
  }

  @Test
  void argumentsAndExitCodePassThroughFromAnywhereByAnyName() throws Exception {
    make("one", List.of());
    Path link = temporary.resolve("my link");
    Files.createSymbolicLink(link, root.resolve("cairn"));

    Outcome outcome = run(Map.of(), link.toString(), "plan", "--var", "a=b c", "*", "");

    assertThat(outcome.out()).isEqualTo("one plan|--var|a=b c|*|\n");
    assertThat(outcome.exit()).isEqualTo(7);
    assertThat(outcome.err()).isEmpty();
  }

  @Test
  void theVirtualMachineSaysNothingAboutItsOptions() throws Exception {
    make("one", List.of());
    assertThat(run(Map.of("JAVA_TOOL_OPTIONS", "-Da=b"), "cairn").err()).isEmpty();
  }

  @Test
  void whatIsOlderThanItsSourcesIsBuiltFirst() throws Exception {
    make("one", List.of());
    Path bin = Files.createDirectories(temporary.resolve("bin"));
    Path maven = bin.resolve("mvn");
    Files.writeString(
        maven, "#!/bin/sh\ntouch dist/current\necho '[INFO] Building Cairn api 1 [1/1]'\n");
    assertThat(maven.toFile().setExecutable(true)).isTrue();
    Map<String, String> path = Map.of("PATH", bin + ":" + System.getenv("PATH"));

    assertThat(run(path, "cairn").err()).isEmpty();
    Files.writeString(root.resolve("cli/src/main/New.java"), "class New {}");
    assertThat(run(path, "cairn").err())
        .contains("building what has changed")
        .contains("[1/1] api");
    assertThat(run(path, "cairn").err()).isEmpty();
  }

  @Test
  void aBuildThatFailsIsToldAndNothingRuns() throws Exception {
    Path bin = Files.createDirectories(temporary.resolve("bin"));
    Path maven = bin.resolve("mvn");
    Files.writeString(maven, "#!/bin/sh\necho '[ERROR] /x/A.java:[1,2] broken'\nexit 1\n");
    assertThat(maven.toFile().setExecutable(true)).isTrue();

    Outcome outcome = run(Map.of("PATH", bin + ":" + System.getenv("PATH")), "cairn");

    assertThat(outcome.exit()).isEqualTo(1);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err()).contains("A.java:[1,2] broken", "the build failed");
  }

  @Test
  void aJdkThatIsTooOldIsRefusedWithTheWayToGetOne() throws Exception {
    Path old = Files.createDirectories(temporary.resolve("jdk/bin"));
    Files.writeString(old.resolve("java"), "");
    assertThat(old.resolve("java").toFile().setExecutable(true)).isTrue();
    Files.writeString(temporary.resolve("jdk/release"), "JAVA_VERSION=\"17.0.1\"\n");

    Outcome outcome = run(Map.of("CAIRN_JAVA_HOME", temporary.resolve("jdk").toString()), "cairn");

    assertThat(outcome.exit()).isEqualTo(1);
    assertThat(outcome.err()).contains("CAIRN_JAVA_HOME is no JDK 25");
  }

  private Path makeWithCache(String word) throws Exception {
    Path material = Files.createDirectories(temporary.resolve("material"));
    return make(word, List.of(SampleProgram.training(material)));
  }

  private Path make(String word, List<Training> trainings) throws Exception {
    Path jar = SampleProgram.jar(jars, word);
    return new Distribution(root.resolve("dist"), root.resolve("cairn"))
        .make(Jars.of(List.of(jar)), trainings, Instant.now().plus(Duration.ofMillis(20)));
  }

  private record Outcome(int exit, String out, String err) {}

  private Outcome run(Map<String, String> environment, String... command) throws Exception {
    List<String> words = new ArrayList<>(List.of(command));
    if (words.getFirst().equals("cairn")) {
      words.set(0, root.resolve("cairn").toString());
    }
    ProcessBuilder builder =
        new ProcessBuilder(words)
            .directory(temporary.toFile())
            .redirectOutput(temporary.resolve("out").toFile())
            .redirectError(temporary.resolve("err").toFile());
    builder.environment().remove("CAIRN_NO_BUILD");
    builder.environment().put("CAIRN_JAVA_HOME", System.getProperty("java.home"));
    builder.environment().putAll(environment);
    int exit = builder.start().waitFor();
    return new Outcome(exit, read("out"), read("err"));
  }

  private String read(String name) throws IOException {
    return Files.readString(temporary.resolve(name), StandardCharsets.UTF_8);
  }
}
