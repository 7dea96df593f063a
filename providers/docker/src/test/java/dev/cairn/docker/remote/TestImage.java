package dev.cairn.docker.remote;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// Puts the image of the tests on an engine: the machine's own static busybox, without a registry.
final class TestImage {
  static final String NAME = "local/busybox:1";
  private static final String SCRIPT =
      """
      set -e
      docker -H "$1" image inspect local/busybox:1 >/dev/null 2>&1 && exit 0
      r=$(mktemp -d); mkdir -p "$r/bin" "$r/etc" "$r/tmp" "$r/www"; cp /bin/busybox "$r/bin/"
      for a in $(busybox --list); do [ -e "$r/bin/$a" ] || ln -s busybox "$r/bin/$a"; done
      tar -C "$r" -c . | docker -H "$1" import --change 'ENV PATH=/bin' --change 'CMD ["/bin/sh"]' \
        - local/busybox:1
      rm -r "$r"
      """;

  private TestImage() {}

  static void on(String endpoint) {
    try {
      Process process =
          new ProcessBuilder("sh", "-c", SCRIPT, "sh", endpoint).redirectErrorStream(true).start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new IllegalStateException("the test image cannot be made: " + output);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
