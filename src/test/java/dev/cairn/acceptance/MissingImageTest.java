package dev.cairn.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.acceptance.parts.Cairn;
import dev.cairn.acceptance.parts.Engine;
import dev.cairn.acceptance.parts.EveryDefault;
import dev.cairn.acceptance.parts.Parts;
import dev.cairn.acceptance.parts.Registry;
import dev.cairn.acceptance.parts.Shell;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// A container brings its image, and the plan says so.
@ExtendWith(Parts.class)
class MissingImageTest {
  private static final String PULL = "pull " + Registry.IMAGE + " on host host";

  @TempDir Path directory;
  @TempDir Path files;
  private Engine engine;
  private Registry registry;
  private Cairn cairn;

  @BeforeEach
  void open(@EveryDefault Engine anEngine) {
    engine = anEngine;
    registry = Registry.on(engine, files);
    cairn = new Cairn(directory);
    cairn.begin();
  }

  @AfterEach
  void close() {
    cairn.run("destroy", "--yes").orFail();
    registry.close();
    if (there()) {
      engine.docker("rmi", Registry.IMAGE);
    }
  }

  private boolean there() {
    return !engine.docker("images", "-q", Registry.IMAGE).isEmpty();
  }

  private static String container(String name, String image) {
    return "  %s: { type: docker.container, host: \"${host}\", image: \"%s\", command: sleep 1000 }\n"
        .formatted(name, image);
  }

  private void write(String... resources) {
    cairn.commit(
        "stack: pulling\nresources:\n  host: { type: docker.host, endpoint: \"%s\" }\n"
                .formatted(engine.endpoint())
            + String.join("", resources));
  }

  private String planned() {
    return cairn.run("plan").orFail().out();
  }

  @Test
  void aMissingImageIsPulledAndThePlanSaysSo() {
    write(container("one", Registry.IMAGE), container("two", Registry.IMAGE));
    assertThat(planned()).contains(PULL + " (not there)");
    assertThat(there()).isFalse();
    cairn.run("apply", "--yes").orFail();
    assertThat(there()).isTrue();
    cairn.nothingToDo();
  }

  @Test
  void anImageThatIsThereIsNotPulled() {
    engine.docker("tag", Engine.IMAGE, Registry.IMAGE);
    write(container("one", Registry.IMAGE), container("two", Engine.IMAGE));
    assertThat(planned()).doesNotContain("pull ");
    cairn.run("apply", "--yes").orFail();
    cairn.nothingToDo();
  }

  @Test
  void anImageThatAnotherResourceBringsIsNotPulledTwice() {
    write(
        "  image: { type: docker.image, host: \"${host}\", name: \"%s\" }\n"
            .formatted(Registry.IMAGE),
        container("one", "${image.name}"),
        container("two", "${image.id}"));
    assertThat(planned()).doesNotContain("pull ");
    cairn.run("apply", "--yes").orFail();
    cairn.nothingToDo();
  }

  @Test
  void aPlanInAFileShowsThePullThatItSigns() {
    write(container("one", Registry.IMAGE));
    cairn.run("plan", "--out", "plan.json").orFail();
    Shell.Result applied = cairn.run("apply", "--plan", "plan.json", "--yes").orFail();
    assertThat(applied.out()).contains(PULL + " (not there)");
    assertThat(there()).isTrue();
  }

  @Test
  void anImageThatNoRegistryHasIsAnErrorInWords() {
    write(container("one", "127.0.0.1:5000/nowhere:1"));
    Shell.Result applied = cairn.run("apply", "--yes");
    assertThat(applied.exit()).isEqualTo(1);
    assertThat(applied.out() + applied.err()).contains("docker:ImagePull");
  }
}
