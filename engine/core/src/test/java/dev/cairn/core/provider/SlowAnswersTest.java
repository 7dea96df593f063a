package dev.cairn.core.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.api.address.Address;
import dev.cairn.api.event.Event;
import dev.cairn.api.resource.Scope;
import dev.cairn.api.value.Value;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SlowAnswersTest {
  private final List<Event> events = new CopyOnWriteArrayList<>();
  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();

  @AfterEach
  void stop() {
    clock.shutdownNow();
  }

  private SlowAnswers after(Duration patience) {
    Scope scope =
        new Scope(
            "docker",
            Value.Fields.of("endpoint", Value.text("tcp://far:2376")),
            "production",
            Address.of("far"));
    return new SlowAnswers(scope, patience, clock, events::add);
  }

  private void longRead(SlowAnswers reads) {
    int before = events.size();
    String answer =
        reads.read(
            "docker.container",
            () -> {
              while (events.size() == before) {
                Thread.onSpinWait();
              }
              return "answer";
            });
    assertThat(answer).isEqualTo("answer");
  }

  @Test
  void aReadWithoutAnAnswerIsSaidWhileItLasts() {
    longRead(after(Duration.ofMillis(20)));
    assertThat(events)
        .containsExactly(
            new Event.Phase(
                "waiting",
                "engine tcp://far:2376 with `production`: no answer for 0 s to the read of"
                    + " docker.container"));
  }

  @Test
  void readsSideBySideAreSaidOnce() {
    SlowAnswers reads = after(Duration.ofMillis(20));
    reads.read("docker.network", () -> reads.read("docker.container", this::lasting));
    assertThat(events).hasSize(1);
    assertThat(reads.read("docker.network", () -> 1)).isEqualTo(1);
    longRead(reads);
    assertThat(events).as("after an answer").hasSize(2);
  }

  /// Long enough for the notices of two reads.
  private String lasting() {
    try {
      while (events.isEmpty()) {
        Thread.onSpinWait();
      }
      Thread.sleep(200);
    } catch (InterruptedException over) {
      Thread.currentThread().interrupt();
    }
    return "answer";
  }

  @Test
  void aCallWithoutAnAnswerIsSaidToo() {
    SlowAnswers answers = after(Duration.ofMillis(20));
    answers.called("docker:ContainerStart", this::lasting);
    assertThat(events)
        .containsExactly(
            new Event.Phase(
                "waiting",
                "engine tcp://far:2376 with `production`: no answer for 0 s to the call"
                    + " docker:ContainerStart"));
  }

  @Test
  void aReadThatIsAnsweredInTimeIsNotSaid() {
    assertThat(after(Duration.ofHours(1)).read("docker.container", () -> 1)).isEqualTo(1);
    assertThat(events).isEmpty();
  }
}
