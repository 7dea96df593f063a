package dev.cairn.cli.views;

import dev.cairn.api.event.Event;
import dev.cairn.api.plan.StepKey;
import dev.cairn.cli.invocation.Screen;
import dev.cairn.codec.Printable;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/// Progress on a terminal: what has ended stays as lines, what is under way is one line below them
/// that is drawn again with every event.
public final class ProgressLive implements Event.Sink {
  private static final String CLEAR = Screen.CONTROL + "[G" + Screen.CONTROL + "[K";

  private final PrintStream out;
  private final Redactor redactor;
  private final EventText text;
  private final int columns;
  private final SequencedMap<StepKey, String> running = new LinkedHashMap<>();
  private String phase = "";
  private int ended;

  public ProgressLive(
      PrintStream out, Redactor redactor, DiagnosticsText diagnostics, int columns) {
    this.out = out;
    this.redactor = redactor;
    this.text = new EventText(diagnostics.palette(), diagnostics);
    this.columns = columns;
  }

  @Override
  public synchronized void accept(Event event) {
    Optional<String> lasting = text.of(event);
    switch (event) {
      case Event.Phase(String name, String detail) -> {
        phase = detail.isEmpty() ? name : name + ": " + detail;
        lasting = Optional.empty();
      }
      case Event.Started(StepKey step) -> running.put(step, "");
      case Event.Waiting waiting -> {
        running.put(waiting.step(), Printable.line(waiting.awaited() + ": " + waiting.lastSeen()));
        lasting = Optional.empty();
      }
      case Event.Ended done -> {
        running.remove(done.step());
        ended++;
      }
      case Event.Skipped ignored -> ended++;
      case Event.Noticed ignored -> {}
    }
    out.print(CLEAR + lasting.map(redactor::redact).orElse("") + redactor.redact(status()));
    out.flush();
  }

  private String status() {
    StringBuilder line = new StringBuilder(phase);
    if (ended > 0 || !running.isEmpty()) {
      line.append(" | ")
          .append(ended)
          .append(" done, ")
          .append(running.size())
          .append(" under way");
    }
    running.forEach((step, state) ->
        line.append(" | ").append(step).append(state.isEmpty() ? "" : " (" + state + ")"));
    return line.length() < columns
        ? line.toString()
        : line.substring(0, Math.max(0, columns - 4)) + "...";
  }

  /// Leaves an empty line where the status was.
  public synchronized void clear() {
    out.print(CLEAR);
    out.flush();
  }
}
