package dev.cairn.core.yaml;

import dev.cairn.api.diagnostic.Diagnostic;
import dev.cairn.api.diagnostic.DiagnosticSink;
import java.util.Iterator;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// Reads one YAML document into positioned nodes. Nodes are made from the parser's events, without
/// recursion, so that neither depth nor aliases can exhaust the stack or the memory.
public final class YamlReader {
  /// How many characters the parser takes at least at a time.
  private static final int LEAST_WINDOW = 1024;

  private final String file;
  private final String text;
  private final DiagnosticSink sink;

  private YamlReader(String file, String text, DiagnosticSink sink) {
    this.file = file;
    this.text = text;
    this.sink = sink;
  }

  /// The document's root; empty where it cannot be used, and then at least one error has been
  /// reported.
  ///
  /// @param file as it is to be named in positions
  public static Optional<Node> read(String file, String text, DiagnosticSink sink) {
    return new YamlReader(file, text.startsWith("\uFEFF") ? text.substring(1) : text, sink).read();
  }

  private Optional<Node> read() {
    boolean[] failed = {false};
    Composer composer =
        new Composer(
            new Places(file),
            diagnostic -> {
              failed[0] = true;
              sink.report(diagnostic);
            });
    try {
      Iterator<Event> events = new Parse(settings(text)).parseString(text).iterator();
      while (events.hasNext() && composer.take(events.next())) {}
    } catch (YamlEngineException e) {
      sink.report(wrong(e));
      return Optional.empty();
    }
    Optional<Node> root = composer.root();
    return failed[0] ? Optional.empty() : root;
  }

  /// The parser copies what it has not finished, such as a long word, whenever it takes more in; so
  /// it takes in the whole text, which is in memory anyway.
  private static LoadSettings settings(String text) {
    return LoadSettings.builder()
        .setCodePointLimit(Integer.MAX_VALUE)
        .setMaxAliasesForCollections(Integer.MAX_VALUE)
        .setBufferSize(Math.max(LEAST_WINDOW, text.length()))
        .build();
  }

  private Diagnostic wrong(YamlEngineException problem) {
    return switch (problem) {
      case MarkedYamlEngineException marked -> new SyntaxError(file, text).of(marked);
      case ReaderException reader -> unreadable(reader);
      default -> Diagnostic.error("CRN1002", "this is not valid YAML", "" + problem.getMessage());
    };
  }

  private Diagnostic unreadable(ReaderException problem) {
    return Diagnostic.error(
            "CRN1015",
            "the file holds a character that YAML does not allow",
            "U+%04X".formatted(problem.getCodePoint()))
        .at(Places.at(file, text, problem.getPosition()))
        .suggest("write it as an escape in a double-quoted scalar, or save the file as UTF-8");
  }
}
