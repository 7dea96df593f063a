package dev.cairn.cli.invocation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// The version of this program, and the distribution that it runs from.
public record Version(String number, String build) {
  public static Version current() {
    return new Version(read(), System.getProperty("cairn.build", "unpacked"));
  }

  private static String read() {
    try (InputStream in = Version.class.getResourceAsStream("/dev/cairn/cli/build.properties")) {
      String text = in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return text.strip().replaceFirst("^version=", "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// `cairn 1.2.3 (build 0123456789abcdef)`.
  @Override
  public String toString() {
    return "cairn " + number + " (build " + build + ")";
  }
}
