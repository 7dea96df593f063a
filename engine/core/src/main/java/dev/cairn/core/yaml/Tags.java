package dev.cairn.core.yaml;

import dev.cairn.api.diagnostic.Diagnostic;
import dev.cairn.api.diagnostic.DiagnosticSink;
import java.util.Set;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;

/// YAML tags: only those that say what a node is anyway, and `!!str`, which is as good as quotes.
record Tags(Places places, DiagnosticSink sink) {
  private static final String YAML = "tag:yaml.org,2002:";
  private static final Set<String> HARMLESS = Set.of(YAML + "map", YAML + "seq");

  void check(CollectionStartEvent event) {
    event.getTag().filter(tag -> !HARMLESS.contains(tag)).ifPresent(tag -> refuse(tag, event));
  }

  /// Whether the scalar is tagged as a string.
  boolean saysText(ScalarEvent event) {
    boolean text = event.getTag().map((YAML + "str")::equals).orElse(false);
    if (!text) {
      event.getTag().ifPresent(tag -> refuse(tag, event));
    }
    return text;
  }

  private void refuse(String tag, Event event) {
    sink.report(
        Diagnostic.error(
                "CRN1010",
                "YAML tags are not used here",
                "`" + tag.replace(YAML, "!!") + "` has no meaning in a stack file")
            .at(places.of(event))
            .suggest("leave the tag out, or quote the value if it is meant to begin with `!`"));
  }
}
