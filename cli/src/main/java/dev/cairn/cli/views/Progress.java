package dev.cairn.cli.views;

import dev.cairn.api.diagnostic.Diagnostic;
import dev.cairn.api.event.Event;
import dev.cairn.cli.invocation.Invocation;
import dev.cairn.cli.invocation.Terminal;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The progress view that an invocation gets.
public final class Progress implements Event.Sink, AutoCloseable {
  private final Event.Sink sink;
  private final Set<Diagnostic> told = ConcurrentHashMap.newKeySet();

  private Progress(Event.Sink sink) {
    this.sink = sink;
  }

  /// @param root where the files of diagnostics are
  public static Progress of(Invocation invocation, Path root) {
    Terminal terminal = invocation.terminal();
    Redactor redactor = new Redactor(invocation.secrets()::all);
    DiagnosticsText diagnostics = new DiagnosticsText(Palette.of(invocation.colours(2)), root);
    if (invocation.json()) {
      return new Progress(new ProgressJson(terminal.err(), redactor));
    }
    return new Progress(
        terminal.live()
            ? new ProgressLive(terminal.err(), redactor, diagnostics, terminal.columns())
            : new ProgressLines(terminal.err(), redactor, diagnostics));
  }

  @Override
  public void accept(Event event) {
    if (event instanceof Event.Noticed(Diagnostic diagnostic) && !(sink instanceof ProgressJson)) {
      told.add(diagnostic);
    }
    sink.accept(event);
  }

  /// What is still to be said of these: people are told a thing once, a program finds everything in
  /// the document.
  public List<Diagnostic> untold(List<Diagnostic> diagnostics) {
    return diagnostics.stream().filter(diagnostic -> !told.contains(diagnostic)).toList();
  }

  /// Takes the live line away, so that something else can be printed; events may go on.
  public void clear() {
    if (sink instanceof ProgressLive live) {
      live.clear();
    }
  }

  @Override
  public void close() {
    clear();
  }
}
