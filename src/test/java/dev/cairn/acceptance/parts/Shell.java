package dev.cairn.acceptance.parts;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// Runs a program to its end. Arguments are a list, never a line for a shell.
public final class Shell {
  private Shell() {}

  /// How a program ended, and what it wrote.
  public record Result(int exit, String out, String err) {
    public Result orFail() {
      if (exit != 0) {
        throw new IllegalStateException("exit " + exit + "\n" + out + err);
      }
      return this;
    }
  }

  public static Result run(List<String> command) {
    return run(command, Path.of("."), Map.of(), Duration.ofMinutes(8));
  }

  public static Result run(
      List<String> command, Path directory, Map<String, String> environment, Duration limit) {
    return Running.start(command, directory, environment).end(limit);
  }

  /// Whether a program is on the PATH.
  public static boolean has(String program) {
    for (String directory : System.getenv().getOrDefault("PATH", "").split(":", -1)) {
      if (!directory.isEmpty() && Files.isExecutable(Path.of(directory, program))) {
        return true;
      }
    }
    return Files.isExecutable(Path.of("/usr/sbin", program));
  }
}
