package dev.cairn.core.yaml;

import dev.cairn.api.diagnostic.Diagnostic;
import dev.cairn.api.diagnostic.DiagnosticSink;
import dev.cairn.api.diagnostic.SourceRange;
import dev.cairn.core.yaml.Frame.Composed;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.StreamEndEvent;

/// Makes nodes of the parser's events.
final class Composer {
  /// How deep collections may nest.
  static final int MOST_LEVELS = 100;

  /// How many nodes aliases may stand for, all together.
  static final long MOST_ALIASED = 100_000;

  private final Places places;
  private final DiagnosticSink sink;
  private final Tags tags;
  private final Mappings mappings;
  private final Deque<Frame> open = new ArrayDeque<>();
  private final Map<String, Composed> anchors = new HashMap<>();
  private final Set<String> unfinished = new HashSet<>();
  private long aliased;
  private boolean begun;
  private @Nullable Node root;

  Composer(Places places, DiagnosticSink sink) {
    this.places = places;
    this.sink = sink;
    this.tags = new Tags(places, sink);
    this.mappings = new Mappings(places, sink);
  }

  Optional<Node> root() {
    return Optional.ofNullable(root);
  }

  /// Whether it wants more events.
  boolean take(Event event) {
    return switch (event) {
      case DocumentStartEvent start -> document(start);
      case CollectionStartEvent start -> begin(start);
      case CollectionEndEvent end -> end(end);
      case ScalarEvent scalar -> {
        boolean text = tags.saysText(scalar);
        Node.Style style = text && scalar.isPlain() ? Node.Style.QUOTED : style(scalar);
        yield finish(scalar, new Node.Scalar(scalar.getValue(), style, places.of(scalar)));
      }
      case AliasEvent alias -> alias(alias);
      case StreamEndEvent end -> nothing(end);
      default -> true;
    };
  }

  private static Node.Style style(ScalarEvent scalar) {
    return scalar.isPlain()
        ? Node.Style.PLAIN
        : scalar.isLiteral() || scalar.isFolded() ? Node.Style.BLOCK : Node.Style.QUOTED;
  }

  private boolean document(DocumentStartEvent start) {
    if (begun) {
      sink.report(
          Diagnostic.error("CRN1011", "a second document begins here", "a file holds one document")
              .at(places.of(start))
              .suggest("move it into a file of its own"));
      return false;
    }
    begun = true;
    return true;
  }

  private boolean nothing(StreamEndEvent end) {
    if (root == null || (root instanceof Node.Scalar scalar && scalar.isNull())) {
      sink.report(Diagnostic.error("CRN1012", "the file is empty", "").at(places.of(end)));
    }
    return false;
  }

  private boolean begin(CollectionStartEvent start) {
    if (open.size() >= MOST_LEVELS) {
      return tooDeep(places.of(start));
    }
    tags.check(start);
    start.getAnchor().map(Anchor::getValue).ifPresent(unfinished::add);
    open.push(
        start instanceof MappingStartEvent ? new Frame.Fields(start) : new Frame.Items(start));
    return true;
  }

  private boolean end(CollectionEndEvent end) {
    Frame frame = open.pop();
    SourceRange range = places.between(frame.start.getStartMark(), end.getEndMark());
    frame.start.getAnchor().map(Anchor::getValue).ifPresent(unfinished::remove);
    Node node =
        switch (frame) {
          case Frame.Items list -> new Node.Sequence(list.items, range);
          case Frame.Fields map -> mappings.merged(map, range);
        };
    return finish(frame.start, new Composed(node, frame.weight, frame.height));
  }

  private boolean finish(NodeEvent event, Node.Scalar scalar) {
    if (scalar.plain() && Unclosed.in(scalar.text())) {
      sink.report(SyntaxError.unquoted(scalar.range()));
    }
    return finish(event, new Composed(scalar, 1, 0));
  }

  private boolean finish(NodeEvent event, Composed composed) {
    event.getAnchor().ifPresent(anchor -> anchors.put(anchor.getValue(), composed));
    place(composed);
    return true;
  }

  private void place(Composed composed) {
    Frame frame = open.peek();
    if (frame == null) {
      root = composed.node();
      return;
    }
    frame.count(composed);
    switch (frame) {
      case Frame.Items list -> list.items.add(composed.node());
      case Frame.Fields map -> mappings.place(map, composed.node());
    }
  }

  private boolean alias(AliasEvent event) {
    String name = event.getAlias().getValue();
    SourceRange range = places.of(event);
    Composed meant = unfinished.contains(name) ? null : anchors.get(name);
    if (meant == null) {
      sink.report(unresolved(name).at(range));
      place(new Composed(new Node.Scalar("", Node.Style.QUOTED, range), 1, 0));
      return true;
    }
    aliased += meant.weight();
    if (aliased > MOST_ALIASED) {
      sink.report(
          Diagnostic.error(
                  "CRN1008",
                  "aliases stand for too much",
                  "expanded, the file would have more than " + MOST_ALIASED + " nodes")
              .at(range)
              .suggest("use `forEach` or a module instead of aliases of aliases"));
      return false;
    }
    if (open.size() + meant.height() > MOST_LEVELS) {
      return tooDeep(range);
    }
    place(meant);
    return true;
  }

  private Diagnostic unresolved(String name) {
    return unfinished.contains(name)
        ? Diagnostic.error(
            "CRN1007", "an alias stands inside of what it stands for", "`*" + name + "`")
        : Diagnostic.error(
                "CRN1006",
                "an alias has no anchor",
                "`*" + name + "` stands for `&" + name + "`, which is not above it")
            .suggest("quote the value if it is meant to begin with `*`");
  }

  private boolean tooDeep(SourceRange place) {
    sink.report(
        Diagnostic.error(
                "CRN1009", "the file is nested too deep", "more than " + MOST_LEVELS + " levels")
            .at(place));
    return false;
  }
}
