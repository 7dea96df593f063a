package dev.cairn.core.expression;

import dev.cairn.api.diagnostic.DiagnosticException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/// Secrets of this machine: environment variables, files, and the sensitive variables of the stack.
public final class MachineSecrets implements Secrets {
  private final Map<String, String> environment;
  private final Path directory;
  private final Map<String, String> variables;

  /// @param directory the one that paths of files are relative to; absolute paths are allowed
  /// @param variables the values of sensitive variables, by name
  public MachineSecrets(
      Map<String, String> environment, Path directory, Map<String, String> variables) {
    this.environment = Map.copyOf(environment);
    this.directory = Objects.requireNonNull(directory, "directory");
    this.variables = Map.copyOf(variables);
  }

  @Override
  public String read(String source) {
    String name = source.substring(source.indexOf(':') + 1);
    String value =
        switch (source.substring(0, Math.max(0, source.indexOf(':')))) {
          case "env" -> environment.get(name);
          case "var" -> variables.get(name);
          case "file" -> file(source, name);
          default -> null;
        };
    if (value == null) {
      throw new DiagnosticException(Problems.secretAbsent(source, "is not set"));
    }
    return value;
  }

  /// The text of a file, without the line break at its end.
  private String file(String source, String path) {
    try {
      String text = ReadableFiles.text(directory.resolve(path), 1);
      String line = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
      return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
    } catch (ReadableFiles.NoText other) {
      throw new DiagnosticException(Problems.secretAbsent(source, "" + other.getMessage()));
    } catch (IOException | java.nio.file.InvalidPathException unreadable) {
      throw new DiagnosticException(
          Problems.secretAbsent(source, "is not there, or cannot be read"));
    }
  }
}
