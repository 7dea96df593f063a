package dev.cairn.cli.views;

import dev.cairn.api.event.Event;
import dev.cairn.api.plan.StepKey;
import dev.cairn.api.resource.Failure;
import dev.cairn.codec.Printable;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An event as one or more lines for people.
record EventText(Palette palette, DiagnosticsText diagnostics) {
  /// Empty for what only a live view shows.
  Optional<String> of(Event event) {
    return switch (event) {
      case Event.Phase phase ->
          Optional.of(
              palette.dim(phase.name() + (phase.detail().isEmpty() ? "" : ": " + phase.detail()))
                  + "\n");
      case Event.Started ignored -> Optional.empty();
      case Event.Waiting waiting -> Optional.of("  " + waiting(waiting) + "\n");
      case Event.Ended ended -> Optional.of(ended(ended));
      case Event.Skipped skipped ->
          Optional.of(
              palette.yellow("  skipped ")
                  + name(skipped.step())
                  + " because "
                  + name(skipped.because())
                  + " did not end well\n");
      case Event.Noticed noticed -> Optional.of(diagnostics.of(noticed.diagnostic()));
    };
  }

  /// `create of vpc`; a step of the stack itself is called by its kind alone.
  static String name(StepKey step) {
    String address = step.address().toString();
    return step.kind().equals(address) ? address : step.kind() + " of " + address;
  }

  static String waiting(Event.Waiting waiting) {
    return name(waiting.step())
        + ": waiting for "
        + Printable.line(waiting.awaited())
        + (waiting.lastSeen().isEmpty() ? "" : ", is " + Printable.line(waiting.lastSeen()))
        + " (since "
        + clock(waiting.since().toString())
        + ", until "
        + clock(waiting.until().toString())
        + ")";
  }

  private static String clock(String instant) {
    return instant.replaceFirst("^.*T([0-9:]{8}).*$", "$1");
  }

  private String ended(Event.Ended ended) {
    Failure failure = ended.failure();
    String time = " " + palette.dim(seconds(ended.millis()));
    if (failure == null) {
      return palette.green("  done ") + name(ended.step()) + id(ended.id()) + time + "\n";
    }
    return palette.red("  failed ")
        + name(ended.step())
        + id(ended.id())
        + time
        + "\n"
        + FailureText.of(failure, "    ");
  }

  private static String id(@Nullable String id) {
    return id == null ? "" : " (" + Printable.line(id) + ")";
  }

  static String seconds(long millis) {
    return String.format(Locale.ROOT, "%.1fs", millis / 1000.0);
  }
}
