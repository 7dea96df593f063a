package dev.cairn.core.run;

import dev.cairn.api.plan.Action;
import dev.cairn.api.plan.Approval;
import dev.cairn.api.plan.Change;
import dev.cairn.api.plan.Plan;
import dev.cairn.api.plan.StepKey;
import dev.cairn.api.state.Intent;
import dev.cairn.api.state.Intent.Holder;
import dev.cairn.core.apply.Applied;
import java.util.Locale;
import java.util.stream.Collectors;

/// The messages of the state's commits, made to be read in a log.
final class Messages {
  private Messages() {}

  static String intent(Intent intent) {
    return "intent " + subject(intent) + "\n\n" + who(intent) + changes(intent.plan());
  }

  static String outcome(Intent intent, Applied applied) {
    String verb = applied.well() ? "apply " : "apply, incomplete, ";
    return verb
        + subject(intent)
        + "\n\n"
        + who(intent)
        + changes(intent.plan())
        + failures(applied);
  }

  private static String subject(Intent intent) {
    Plan plan = intent.plan();
    long changes = plan.changes().stream().filter(Messages::done).count();
    return plan.header().stack()
        + "/"
        + plan.header().environment()
        + ": "
        + changes
        + (changes == 1 ? " change" : " changes");
  }

  private static String who(Intent intent) {
    Holder holder = intent.holder();
    StringBuilder out = new StringBuilder();
    out.append("Run: ").append(intent.run()).append('\n');
    out.append("By: ").append(holder.user()).append(" on ").append(holder.host()).append('\n');
    if (!holder.link().isEmpty()) {
      out.append("Job: ").append(holder.link()).append('\n');
    }
    String commit = intent.plan().header().sourceCommit();
    if (commit != null) {
      out.append("Source: ").append(commit).append('\n');
    }
    return out.append("Plan: ")
        .append(approval(intent.plan().approval()))
        .append("\n\n")
        .toString();
  }

  private static String approval(Approval approval) {
    return switch (approval) {
      case Approval.Digest digest -> digest.sha256();
      case Approval.Preview preview -> "preview, " + preview.because();
    };
  }

  private static String changes(Plan plan) {
    return plan.changes().stream()
        .filter(Messages::done)
        .map(Messages::line)
        .collect(Collectors.joining());
  }

  /// Whether something is done: not of what waits and of what was not looked at.
  private static boolean done(Change change) {
    return change.action() != Action.WAIT && change.action() != Action.UNREAD;
  }

  private static String line(Change change) {
    return change.action().name().toLowerCase(Locale.ROOT).replace('_', '-')
        + " "
        + change.address()
        + " ("
        + change.type()
        + ")\n";
  }

  private static String failures(Applied applied) {
    StringBuilder out = new StringBuilder();
    applied
        .failures()
        .forEach((step, failure) ->
            out.append("failed ").append(step).append(": ").append(failure.code()).append('\n'));
    applied.skipped().keySet().stream()
        .map(StepKey::toString)
        .forEach(step -> out.append("skipped ").append(step).append('\n'));
    applied.notStarted().forEach(step -> out.append("not started ").append(step).append('\n'));
    return out.isEmpty() ? "" : "\n" + out;
  }
}
