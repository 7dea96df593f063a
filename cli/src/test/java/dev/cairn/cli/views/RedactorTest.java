package dev.cairn.cli.views;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactorTest {
  private static final String SECRET = "s3cr&t \"word\"/+";
  private final Redactor redactor = new Redactor(() -> List.of(SECRET, "short"));

  @Test
  void aSecretIsHiddenAsItIsAndInJsonAndInUrls() {
    assertThat(redactor.redact("a " + SECRET + " b")).isEqualTo("a (sensitive) b");
    assertThat(redactor.redact("{\"p\":\"s3cr&t \\\"word\\\"/+\"}"))
        .isEqualTo("{\"p\":\"(sensitive)\"}");
    assertThat(redactor.redact("?p=s3cr%26t+%22word%22%2F%2B&q=1")).isEqualTo("?p=(sensitive)&q=1");
    assertThat(redactor.redact("?p=s3cr%26t%20%22word%22%2F%2B")).isEqualTo("?p=(sensitive)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "xy", "xyz"})
  void aSecretIsHiddenInBase64WhereverItBegins(String before) {
    String text =
        Base64.getEncoder()
            .encodeToString((before + SECRET + " and more").getBytes(StandardCharsets.UTF_8));
    assertThat(redactor.redact(text)).contains("(sensitive)");
  }

  @Test
  void aSecretIsHiddenInHexadecimal() {
    assertThat(new Redactor(() -> List.of("abcdef")).redact("616263646566 6162636465"))
        .isEqualTo("(sensitive) 6162636465");
  }

  @Test
  void whatIsShorterThanSixBytesIsLeftAlone() {
    assertThat(redactor.redact("a short word")).isEqualTo("a short word");
  }
}
