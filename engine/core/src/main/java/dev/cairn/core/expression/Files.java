package dev.cairn.core.expression;

import dev.cairn.api.diagnostic.DiagnosticException;

/// The files that `file()` and `template()` read.
public interface Files {
  /// No file may be read here.
  Files NONE =
      path -> {
        throw new DiagnosticException(Problems.noFiles(path));
      };

  /// The text of a file.
  ///
  /// @param path relative to the directory of the stack file
  /// @throws DiagnosticException where it cannot be read, without a place
  String read(String path);
}
