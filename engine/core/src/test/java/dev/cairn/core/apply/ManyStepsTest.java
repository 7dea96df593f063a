package dev.cairn.core.apply;

import static dev.cairn.core.world.Steps.plan;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.api.plan.Step;
import dev.cairn.api.plan.StepKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ManyStepsTest {
  /// Chains of ten, as many as it takes.
  private static Applied apply(int count) {
    Rehearsal stage = new Rehearsal();
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      StepKey[] waits = i % 10 == 0 ? new StepKey[0] : new StepKey[] {steps.getLast().key()};
      steps.add(stage.steps.create("t" + i, waits));
    }
    return stage.apply(plan(steps));
  }

  @Test
  void tenTimesTheStepsTakeNoLongerThanLinearTimeWithRoomForNoise() {
    apply(1_000);
    long small = millis(1_000);
    long large = millis(10_000);

    assertThat(large).isLessThan(30 * Math.max(small, 40));
  }

  private static long millis(int count) {
    long start = System.nanoTime();
    assertThat(apply(count).records()).hasSize(count);
    return Duration.ofNanos(System.nanoTime() - start).toMillis();
  }
}
