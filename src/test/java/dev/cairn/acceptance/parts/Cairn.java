package dev.cairn.acceptance.parts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Cairn as users run it: the launcher as a process, in a directory of the test's own.
public final class Cairn {
  private static final Path LAUNCHER = Path.of("..", "..", "cairn").toAbsolutePath().normalize();
  private final Path directory;
  private final Map<String, String> environment = new HashMap<>();

  public Cairn(Path directory) {
    this.directory = directory;
    environment.put("AWS_ACCESS_KEY_ID", "test");
    environment.put("AWS_SECRET_ACCESS_KEY", "test");
    environment.put("AWS_EC2_METADATA_DISABLED", "true");
    environment.put("NO_COLOR", "1");
  }

  public Cairn with(String name, String value) {
    environment.put(name, value);
    return this;
  }

  public Path directory() {
    return directory;
  }

  /// Writes a file of the infrastructure repository.
  public Cairn write(String name, String content) {
    try {
      Path file = directory.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, content);
      return this;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  public String read(String name) {
    try {
      return Files.readString(directory.resolve(name));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  public Shell.Result run(String... arguments) {
    return Shell.run(command(arguments), directory, environment, Duration.ofMinutes(5));
  }

  /// Starts it and does not wait.
  public Running start(String... arguments) {
    return Running.start(command(arguments), directory, environment);
  }

  private static List<String> command(String... arguments) {
    List<String> command = new ArrayList<>(List.of(LAUNCHER.toString()));
    command.addAll(List.of(arguments));
    return command;
  }

  /// Makes the directory a repository and a project.
  public Cairn begin() {
    git("init", "-q");
    run("init").orFail();
    return this;
  }

  /// Makes this the stack, and commits everything.
  public Cairn commit(String stack) {
    write("stack.yaml", stack);
    git("add", "-A");
    git("commit", "-q", "-m", "edit");
    return this;
  }

  /// Asserts that a plan finds nothing to do.
  public void nothingToDo() {
    Shell.Result plan = run("plan", "--detailed-exitcode");
    assertThat(plan.exit()).as("%s%s", plan.out(), plan.err()).isZero();
  }

  /// Runs git in the same directory, as a person who has a name.
  public String git(String... arguments) {
    List<String> command =
        new ArrayList<>(
            List.of("git", "-c", "user.name=Test", "-c", "user.email=test@example.invalid"));
    command.addAll(List.of(arguments));
    return Shell.run(command, directory, Map.of(), Duration.ofMinutes(1)).orFail().out().strip();
  }
}
