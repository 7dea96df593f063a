package dev.cairn.cli.invocation;

import java.nio.file.Path;

/// What every command is told: where it runs, and how it is to answer.
///
/// @param directory where paths begin: `-C`, else the working directory
/// @param json whether the answer is a document, and events are lines of JSON
/// @param secrets takes what must not be shown
public record Invocation(
    Terminal terminal,
    Path directory,
    boolean json,
    boolean debug,
    boolean colour,
    ResolvedSecrets secrets) {
  public Invocation {
    directory = directory.toAbsolutePath().normalize();
  }

  /// Whether a stream gets colours.
  public boolean colours(int stream) {
    return colour && !json && terminal.colours(stream);
  }
}
