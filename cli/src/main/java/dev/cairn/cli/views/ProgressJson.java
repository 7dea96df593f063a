package dev.cairn.cli.views;

import dev.cairn.api.event.Event;
import dev.cairn.codec.Json;
import dev.cairn.codec.Records;
import dev.cairn.codec.Seal;
import java.io.PrintStream;

/// Progress as lines of JSON, one event a line, as the schema `cli.event` describes them.
public final class ProgressJson implements Event.Sink {
  private final PrintStream out;
  private final Redactor redactor;
  private final Records records = new Records(Seal.MARK);

  public ProgressJson(PrintStream out, Redactor redactor) {
    this.out = out;
    this.redactor = redactor;
  }

  @Override
  public synchronized void accept(Event event) {
    out.print(redactor.redact(Json.canonical(records.encode(event))) + "\n");
    out.flush();
  }
}
