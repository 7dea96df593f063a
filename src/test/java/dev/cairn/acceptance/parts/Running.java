package dev.cairn.acceptance.parts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// A program under way, with nothing on its input.
public final class Running {
  private final List<String> command;
  private final Process process;
  private final Path out;
  private final Path err;

  private Running(List<String> command, Process process, Path out, Path err) {
    this.command = command;
    this.process = process;
    this.out = out;
    this.err = err;
  }

  static Running start(List<String> command, Path directory, Map<String, String> environment) {
    try {
      Path out = Files.createTempFile("cairn-out", "");
      Path err = Files.createTempFile("cairn-err", "");
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(directory.toFile())
              .redirectOutput(out.toFile())
              .redirectError(err.toFile())
              .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
      builder.environment().putAll(environment);
      return new Running(List.copyOf(command), builder.start(), out, err);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /// Ends it as power that fails does: SIGKILL.
  public void kill() {
    process.destroyForcibly();
  }

  /// What Ctrl-C sends. The process is one that this test started and has not waited for, so its
  /// number is still its own.
  public void interrupt() {
    if (process.isAlive()) {
      Shell.run(List.of("kill", "-INT", Long.toString(process.pid())));
    }
  }

  /// Waits for its end.
  ///
  /// @throws IllegalStateException where it does not end in time; it is killed then
  public Shell.Result end(Duration limit) {
    try {
      if (!process.waitFor(limit.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
        throw new IllegalStateException(
            "no end after " + limit + ": " + command + "\n" + read(out) + read(err));
      }
      Shell.Result result = new Shell.Result(process.exitValue(), read(out), read(err));
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
    return Files.readString(file);
  }
}
