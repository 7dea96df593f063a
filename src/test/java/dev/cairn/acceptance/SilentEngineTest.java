package dev.cairn.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.acceptance.parts.Cairn;
import dev.cairn.acceptance.parts.Engine;
import dev.cairn.acceptance.parts.EveryDefault;
import dev.cairn.acceptance.parts.Parts;
import dev.cairn.acceptance.parts.Shell;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// What an engine says is so at once, and one that says nothing is not waited for.
@ExtendWith(Parts.class)
class SilentEngineTest {
  /// A plan of one container takes a second or two; on a busy machine, several.
  private static final Duration PLAN = Duration.ofSeconds(20);

  /// Reads are given up after fifteen seconds.
  private static final Duration GIVEN_UP = Duration.ofSeconds(40);

  @TempDir Path directory;
  private Engine engine;
  private Cairn cairn;

  @BeforeEach
  void open(@EveryDefault Engine anEngine) {
    engine = anEngine;
    cairn = new Cairn(directory);
    cairn.begin();
    cairn.commit(
        """
        stack: silent
        resources:
          host: { type: docker.host, endpoint: "%s" }
          net: { type: docker.network, host: "${host}", name: silent-net }
          web:
            type: docker.container
            host: ${host}
            name: silent-web
            image: cairn.test/busybox:1
            command: sleep 1000
            networks: [ "${net}" ]
        """
            .formatted(engine.endpoint()));
    cairn.run("apply", "--yes").orFail();
  }

  @AfterEach
  void close() {
    engine.freeze(false);
    cairn.run("destroy", "--yes").orFail();
  }

  @Test
  void anEngineThatFreezesIsSaidAfterFiveSecondsAndGivenUpAfterFifteen() {
    engine.freeze(true);
    Instant start = Instant.now();
    Shell.Result plan = cairn.run("plan");
    assertThat(Duration.between(start, Instant.now())).isLessThan(GIVEN_UP);
    assertThat(plan.exit()).isEqualTo(1);
    assertThat(plan.out() + plan.err())
        .containsOnlyOnce("engine " + engine.endpoint() + ": no answer for 5 s to the read of ")
        .contains("engine " + engine.endpoint() + " has not answered for 15 s");
  }

  @Test
  void anEngineThatFreezesForTenSecondsDelaysAPlanAndFailsNone() throws Exception {
    engine.freeze(true);
    Thread thaw = Thread.ofPlatform().start(() -> thawIn(Duration.ofSeconds(10)));
    Shell.Result plan = cairn.run("plan", "--detailed-exitcode");
    thaw.join();
    assertThat(plan.exit()).as(plan.out() + plan.err()).isEqualTo(0);
    assertThat(plan.out() + plan.err()).contains(": no answer for 5 s to the read of ");
  }

  private void thawIn(Duration later) {
    try {
      Thread.sleep(later);
    } catch (InterruptedException over) {
      Thread.currentThread().interrupt();
    }
    engine.freeze(false);
  }

  @Test
  void aContainerThatIsGoneIsGoneAfterOneRead() {
    engine.docker("rm", "-f", "silent-web");
    Instant start = Instant.now();
    Shell.Result plan = cairn.run("plan").orFail();
    assertThat(Duration.between(start, Instant.now())).isLessThan(PLAN);
    assertThat(plan.out()).containsPattern("\\+ +web ");
  }
}
