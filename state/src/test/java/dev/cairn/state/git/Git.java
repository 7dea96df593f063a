package dev.cairn.state.git;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Runs the real git.
final class Git {
  private Git() {}

  static String run(Path directory, String... arguments) {
    List<String> command = new ArrayList<>(List.of("git", "-C", directory.toString()));
    command.addAll(List.of("-c", "user.name=Ann", "-c", "user.email=ann@example.com"));
    command.addAll(List.of("-c", "init.defaultBranch=main", "-c", "protocol.file.allow=always"));
    command.addAll(List.of(arguments));
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String out =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw new AssertionError(String.join(" ", command) + ": " + out);
      }
      return out;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /// A repository with one commit.
  static Path repository(Path directory) throws IOException {
    java.nio.file.Files.createDirectories(directory);
    run(directory, "init", "-q");
    java.nio.file.Files.writeString(directory.resolve("dc.yaml"), "stack: dc\n");
    run(directory, "add", "dc.yaml");
    run(directory, "commit", "-qm", "one");
    return directory;
  }
}
