package dev.cairn.cli.command;

import dev.cairn.cli.invocation.Invocation;
import dev.cairn.cli.invocation.Result;
import java.nio.file.Path;

/// A command whose options have been read.
public interface Command {
  /// @throws dev.cairn.api.diagnostic.DiagnosticException for problems that a person can mend
  Result run(Invocation invocation);

  /// Where the files that diagnostics name are.
  default Path root(Invocation invocation) {
    return invocation.directory();
  }
}
