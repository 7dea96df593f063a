package dev.cairn.state.journal;

import dev.cairn.api.diagnostic.Diagnostic;
import dev.cairn.api.diagnostic.DiagnosticException;
import dev.cairn.state.Problems;
import java.io.IOException;
import java.nio.file.Path;

/// What can be wrong with a journal, in words.
final class JournalProblems {
  private JournalProblems() {}

  static DiagnosticException unwritable(Path file, IOException cause) {
    return new DiagnosticException(
        Diagnostic.error(
                "CRN4013", "the journal cannot be written", file + ": " + Problems.text(cause))
            .suggest("free space on the disk, or check the permissions of the folder"));
  }

  static DiagnosticException unreadable(Path file, IOException cause) {
    return new DiagnosticException(
        Diagnostic.error(
            "CRN4014", "the journal cannot be read", file + ": " + Problems.text(cause)));
  }

  static DiagnosticException damaged(Path file, int line, RuntimeException why) {
    return new DiagnosticException(
        Diagnostic.error(
                "CRN4014",
                "the journal cannot be read",
                file + ", line " + line + ": " + why.getMessage())
            .suggest(
                "restore the file",
                "remove it: the run is then resolved from its intent and from what carries its"
                    + " ownership"));
  }
}
