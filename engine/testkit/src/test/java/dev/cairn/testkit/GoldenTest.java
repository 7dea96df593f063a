package dev.cairn.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GoldenTest {
  @TempDir Path directory;

  @Test
  void theSameTextPassesAndAnotherFails() throws IOException {
    Files.writeString(directory.resolve("plan.txt"), "one");
    Golden golden = Golden.in(directory, "", null);
    golden.check("plan.txt", "one");
    assertThatThrownBy(() -> golden.check("plan.txt", "two")).isInstanceOf(AssertionError.class);
  }

  @Test
  void aMissingFileFails() {
    Golden golden = Golden.in(directory, "", null);
    assertThatThrownBy(() -> golden.check("plan.txt", "")).isInstanceOf(AssertionError.class);
  }

  @Test
  void theSwitchWritesAndContinuousIntegrationRefusesIt() throws IOException {
    Golden.in(directory, "write", null).check("below/plan.txt", "new");
    assertThat(Files.readString(directory.resolve("below/plan.txt"))).isEqualTo("new");
    assertThatThrownBy(() -> Golden.in(directory, "write", "true"))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> Golden.in(directory, "yes", null))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
