package dev.cairn.docker.form;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlatformTest {
  @ParameterizedTest
  @CsvSource({
    "linux/amd64, linux, amd64, '', true",
    "linux/x86_64, linux, amd64, '', true",
    "LINUX/AMD64, linux, amd64, '', true",
    "linux, linux, arm64, '', true",
    "aarch64, linux, arm64, v8, true",
    "linux/arm64, linux, arm64, v8, true",
    "linux/arm64/v8, linux, arm64, '', true",
    "linux/arm/v6, linux, arm, v7, false",
    "linux/arm64, linux, amd64, '', false",
    "windows/amd64, linux, amd64, '', false",
    "arm64, linux, amd64, '', false",
  })
  void anImageIsOfAPlatformInEverySpelling(
      String written, String os, String architecture, String variant, boolean matches) {
    assertThat(Platform.matches(written, os, architecture, variant)).isEqualTo(matches);
  }
}
