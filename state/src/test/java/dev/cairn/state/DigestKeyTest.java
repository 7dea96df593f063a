package dev.cairn.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.api.diagnostic.DiagnosticException;
import dev.cairn.api.value.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DigestKeyTest {
  @TempDir Path temporary;

  @Test
  void aKeyIsMadeOnce() throws IOException {
    Path file = temporary.resolve("cairn/key");
    assertThat(DigestKey.read(file)).isEmpty();
    DigestKey.create(file, new SecureRandom());
    String fingerprint = DigestKey.read(file).orElseThrow().of(new Value.Text("a"));
    DigestKey.create(file, new SecureRandom());
    assertThat(DigestKey.read(file).orElseThrow().of(new Value.Text("a"))).isEqualTo(fingerprint);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void aBrokenKeyIsADiagnosticThatDoesNotShowIt() throws IOException {
    Path file = temporary.resolve("key");
    for (String content : new String[] {"secretsecret", "abcd", ""}) {
      Files.writeString(file, content);
      assertThatThrownBy(() -> DigestKey.read(file))
          .isInstanceOfSatisfying(
              DiagnosticException.class,
              e -> assertThat(e.diagnostics().getFirst().detail()).doesNotContain("secretsecret"))
          .hasMessageStartingWith("CRN4011");
    }
  }
}
