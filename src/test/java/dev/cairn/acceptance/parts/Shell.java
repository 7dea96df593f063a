package dev.cairn.acceptance.parts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

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
    try {
      Path out = Files.createTempFile("cairn-out", "");
      Path err = Files.createTempFile("cairn-err", "");
      ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(command));
      builder
          .directory(directory.toFile())
          .redirectOutput(out.toFile())
          .redirectError(err.toFile());
      builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
      environment.forEach((name, value) -> builder.environment().put(name, value));
      Process process = builder.start();
      if (!process.waitFor(limit.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
        throw new IllegalStateException(
            "no end after " + limit + ": " + command + "\n" + read(out) + read(err));
      }
      Result result = new Result(process.exitValue(), read(out), read(err));
      Files.delete(out);
      Files.delete(err);
      return result;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  private static String read(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.UTF_8);
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
