package dev.cairn.acceptance.parts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/// Which Docker daemon an engine is.
///
/// @param settings its `daemon.json`
/// @param path what stands before the `PATH` to find its programs, with a colon behind; empty for
///   those that are installed
public record Daemon(String settings, String path) {
  /// As Debian installs it.
  public static final Daemon PLAIN = new Daemon("{}", "");

  /// With every default set that a daemon has for what is made on it: it completes containers and
  /// networks by them. `-Dcairn.engine.root=DIRECTORY` takes another release, whose packages are
  /// unpacked there.
  public static Daemon everyDefault() {
    String root = System.getProperty("cairn.engine.root", "");
    return new Daemon(
        resource("/every-default.json"),
        root.isEmpty() ? "" : root + "/usr/sbin:" + root + "/usr/bin:");
  }

  private static String resource(String name) {
    try (var in = Objects.requireNonNull(Daemon.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
