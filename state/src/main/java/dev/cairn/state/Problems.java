package dev.cairn.state;

import dev.cairn.api.diagnostic.Diagnostic;
import dev.cairn.api.diagnostic.DiagnosticException;
import dev.cairn.api.resource.Failure;
import dev.cairn.api.state.StateStore.Published;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/// What can be wrong with stores and journals, in words.
public final class Problems {
  private static final String RESTORE =
      "restore the state from a clone or a backup; nothing was changed";

  private Problems() {}

  /// Something that the state consists of is missing or not what it should be.
  public static DiagnosticException damaged(String where, String what) {
    return new DiagnosticException(
        Diagnostic.error("CRN4005", "the state is damaged", where + ": " + what).suggest(RESTORE));
  }

  /// A file or folder could not be read.
  public static DiagnosticException unreadable(String where, IOException cause) {
    return new DiagnosticException(
        Diagnostic.error("CRN4006", "the state cannot be read", where + ": " + text(cause))
            .suggest("check the permissions of the folder"));
  }

  /// The place of the state is taken by something else.
  public static DiagnosticException foreign(String where, String what) {
    return new DiagnosticException(
        Diagnostic.error("CRN4007", "what is there is no state of Cairn", where + ": " + what)
            .suggest("choose another place for the state in `cairn.yaml`"));
  }

  /// A revision that the store does not have.
  public static DiagnosticException unknown(String where, String revision) {
    return new DiagnosticException(
        Diagnostic.error(
                "CRN4010", "the state has no such revision", where + " does not have " + revision)
            .suggest(
                "fetch the state, if this is a clone that lacks it",
                "restore the state, if it was reset to an earlier time"));
  }

  /// There is no state where this machine has seen one.
  static DiagnosticException gone(String where, String seen, Path memory) {
    return new DiagnosticException(
        Diagnostic.error(
                "CRN4016",
                "the state is gone",
                where + " has none; this machine has seen revision " + seen)
            .suggest(
                "restore it: the branch at that commit, or the folder from a backup",
                "point `cairn.yaml` to where the state is",
                begin(memory)));
  }

  /// A state without the newest revision that this machine has seen.
  static DiagnosticException older(String where, String now, String seen, Path memory) {
    return new DiagnosticException(
        Diagnostic.error(
                "CRN4017",
                "the state is older than one that was seen here, or another one",
                where + " is at " + now + ", which does not contain revision " + seen)
            .suggest(
                "put the newest state back: the branch at that commit, or the folder from a backup",
                "fetch more of its history, if this clone is shallow",
                begin(memory)));
  }

  /// What was remembered of the newest state cannot be read.
  static DiagnosticException forgotten(Path memory, String what) {
    return new DiagnosticException(
        Diagnostic.error(
                "CRN4019",
                "what this machine remembers of the newest state is damaged",
                memory + ": " + what)
            .suggest(
                "write the newest revision that you know into it, or put it back from a backup",
                "if the state is the newest, remove " + memory));
  }

  private static String begin(Path memory) {
    return "if this state is meant all the same, remove " + memory;
  }

  /// The newest revision could not be written down.
  static DiagnosticException unremembered(Path memory, IOException cause) {
    return new DiagnosticException(
        Diagnostic.error(
                "CRN4018",
                "the newest state that was seen cannot be remembered",
                memory + ": " + text(cause))
            .suggest("free space on the disk, or check the permissions of the folder"));
  }

  /// What a store answers when it could not write.
  public static Published.Refused refused(String call, IOException cause) {
    Failure.Kind kind =
        cause instanceof AccessDeniedException ? Failure.Kind.DENIED : Failure.Kind.UNAVAILABLE;
    return new Published.Refused(new Failure(kind, call, "CRN4009", null, null, text(cause)));
  }

  /// What happened, for people; the exceptions of files hold but the file's name as their message.
  public static String text(IOException cause) {
    String reason =
        switch (cause) {
          case AccessDeniedException e -> "no permission: " + e.getFile();
          case FileSystemException e when e.getReason() == null ->
              e.getClass().getSimpleName() + ": " + e.getFile();
          default -> cause.getMessage();
        };
    return reason == null ? cause.getClass().getSimpleName() : reason;
  }
}
