package dev.cairn.cli.command;

import dev.cairn.cli.invocation.Invocation;
import dev.cairn.cli.invocation.Result;

/// A command whose options have been read.
public interface Command {
  /// @throws dev.cairn.api.diagnostic.DiagnosticException for problems that a person can mend
  Result run(Invocation invocation);
}
