package dev.cairn.docker.form;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageNameTest {
  private static final String DIGITS = "0123456789abcdef".repeat(4);

  @ParameterizedTest
  @CsvSource({
    "nginx, nginx:latest",
    "nginx:1, nginx:1",
    "docker.io/nginx, nginx:latest",
    "docker.io/library/nginx:1, nginx:1",
    "index.docker.io/acme/app, acme/app:latest",
    "library/nginx, nginx:latest",
    "docker.io/registry.example/app, docker.io/registry.example/app:latest",
    "docker.io/localhost/app:1, docker.io/localhost/app:1",
    "registry.example:5000/app, registry.example:5000/app:latest",
    "registry.example/library/app:1, registry.example/library/app:1",
    "app@sha256:00, app@sha256:00",
    "0123456789ab, 0123456789ab",
    "sha256:0123456789ab, sha256:0123456789ab"
  })
  void aNameHasOneSpellingAndKeepsIt(String written, String normal) {
    assertThat(ImageName.normal(written)).isEqualTo(normal);
    assertThat(ImageName.normal(normal)).isEqualTo(normal);
  }

  @Test
  void aWholeIdHasItsAlgorithm() {
    assertThat(ImageName.normal(DIGITS)).isEqualTo("sha256:" + DIGITS);
  }

  @Test
  void anIdIsThatOfAnImageWholeOrShort() {
    String id = "sha256:" + DIGITS;
    assertThat(ImageName.isId(DIGITS.substring(0, 12), id)).isTrue();
    assertThat(ImageName.isId(id.substring(0, 30), id)).isTrue();
    assertThat(ImageName.isId(id, id)).isTrue();
    assertThat(ImageName.isId("123456789abc", id)).isFalse();
    assertThat(ImageName.isId("0123", id)).as("too short to be meant as one").isFalse();
    assertThat(ImageName.isId("app:1", id)).isFalse();
  }
}
