package dev.cairn.cli.views;

import dev.cairn.api.diagnostic.SourceRange;
import dev.cairn.api.plan.Reason;
import dev.cairn.codec.Printable;
import org.jspecify.annotations.Nullable;

/// Why a change is planned, in a few words.
final class ReasonText {
  private ReasonText() {}

  static String of(Reason reason) {
    return Printable.line(words(reason));
  }

  private static String words(Reason reason) {
    return switch (reason) {
      case Reason.Added added -> "new" + at(added.where());
      case Reason.Removed ignored -> "no longer in the stack";
      case Reason.Destroyed ignored -> "destroy";
      case Reason.Edited edited -> edited.path() + " set" + at(edited.where());
      case Reason.Unset unset ->
          unset.path()
              + " no longer set"
              + (unset.standard() == null ? "" : ": " + unset.standard());
      case Reason.Released released -> released.path() + " no longer set";
      case Reason.CreationOnly edited -> edited.path() + " set" + at(edited.where());
      case Reason.Drifted drifted -> drifted.path() + " drifted";
      case Reason.DriftedOutput drifted ->
          drifted.path() + " follows " + drifted.source() + ", which drifted";
      case Reason.TargetReplaced replaced ->
          replaced.path() + " follows " + replaced.target() + ", which is replaced";
      case Reason.TargetAdded added ->
          added.path() + " follows " + added.target() + ", which is new";
      case Reason.Unrecorded unrecorded -> unrecorded.path() + " recorded: it is so already";
      case Reason.Missing ignored -> "the recorded object is gone";
      case Reason.Unfinished ignored -> "an earlier run has not finished it";
      case Reason.Unread unread -> "not looked at: " + unread.place() + " could not be read";
      case Reason.Waits waits ->
          Summary.verb(waits.action())
              + " waits for "
              + waits.unread()
              + ", which could not be read";
      case Reason.Requested requested -> "asked for by " + requested.option();
    };
  }

  private static String at(@Nullable SourceRange where) {
    return where == null ? "" : " at " + where.file() + ":" + where.line();
  }
}
