package dev.cairn.cli.wiring;

import dev.cairn.api.state.Intent.Holder;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Who we are to other runs.
final class ThisProcess {
  private static final List<String> JOB_LINKS =
      List.of("CAIRN_RUN_LINK", "CI_JOB_URL", "BUILD_URL", "CIRCLE_BUILD_URL");

  private ThisProcess() {}

  static Holder holder(Map<String, String> environment) {
    ProcessHandle process = ProcessHandle.current();
    return new Holder(
        System.getProperty("user.name", "unknown"),
        host(),
        machine(),
        process.pid(),
        process.info().startInstant().map(Instant::toEpochMilli).orElse(0L),
        Instant.now().toString(),
        link(environment));
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (IOException e) {
      return "unknown";
    }
  }

  /// The id of this boot; where the system has none, the host's name stands for it.
  private static String machine() {
    try {
      return Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip();
    } catch (IOException e) {
      return host();
    }
  }

  private static String link(Map<String, String> environment) {
    String run = environment.get("GITHUB_RUN_ID");
    if (run != null) {
      return environment.getOrDefault("GITHUB_SERVER_URL", "https://github.com")
          + "/"
          + environment.getOrDefault("GITHUB_REPOSITORY", "")
          + "/actions/runs/"
          + run;
    }
    return JOB_LINKS.stream().map(environment::get).filter(Objects::nonNull).findFirst().orElse("");
  }
}
