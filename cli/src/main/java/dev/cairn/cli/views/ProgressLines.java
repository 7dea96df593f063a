package dev.cairn.cli.views;

import dev.cairn.api.event.Event;
import dev.cairn.api.plan.StepKey;
import java.io.PrintStream;
import java.util.HashMap;
import java.util.Map;

/// Progress as plain lines, for logs: what starts to wait is told once, until it waits for
/// something else.
public final class ProgressLines implements Event.Sink {
  private final PrintStream out;
  private final Redactor redactor;
  private final EventText text;
  private final Map<StepKey, String> awaited = new HashMap<>();

  public ProgressLines(PrintStream out, Redactor redactor, DiagnosticsText diagnostics) {
    this.out = out;
    this.redactor = redactor;
    this.text = new EventText(diagnostics.palette(), diagnostics);
  }

  @Override
  public synchronized void accept(Event event) {
    if (event instanceof Event.Waiting waiting
        && waiting.awaited().equals(awaited.put(waiting.step(), waiting.awaited()))) {
      return;
    }
    text.of(event).map(redactor::redact).ifPresent(out::print);
    out.flush();
  }
}
