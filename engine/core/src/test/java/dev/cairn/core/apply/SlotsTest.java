package dev.cairn.core.apply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.core.world.ManualTime;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class SlotsTest {
  private final ManualTime time = new ManualTime();
  private final Slots slots = new Slots(8, time.time());

  @Test
  void throttlingHalvesTheLimitOnceForABurst() {
    slots.throttled();
    slots.throttled();

    assertThat(slots.limit()).isEqualTo(4);
  }

  @Test
  void laterThrottlingHalvesItAgainButNeverBelowOne() {
    for (int i = 0; i < 9; i++) {
      slots.throttled();
      time.pass(Duration.ofSeconds(2));
    }

    assertThat(slots.limit()).isEqualTo(1);
  }

  @Test
  void theLimitGrowsBackToWhereItWas() {
    slots.throttled();
    for (int i = 0; i < 5; i++) {
      slots.went();
    }
    assertThat(slots.limit()).isEqualTo(5);

    for (int i = 0; i < 100; i++) {
      slots.went();
    }
    assertThat(slots.limit()).isEqualTo(8);
  }
}
