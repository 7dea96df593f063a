package dev.cairn.core.yaml;

import dev.cairn.api.diagnostic.Diagnostic;
import dev.cairn.api.diagnostic.DiagnosticSink;
import dev.cairn.api.diagnostic.SourceRange;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Keys and values of a mapping, and merge keys (`<<`).
record Mappings(Places places, DiagnosticSink sink) {
  /// Takes a node that is a key or the value of the key before it.
  void place(Frame.Fields map, Node node) {
    Frame.Key key = map.key;
    if (key == null) {
      map.key = key(node);
      return;
    }
    map.key = null;
    if (key.merge()) {
      map.merged.add(node);
      return;
    }
    Node.Entry first = map.entries.putIfAbsent(key.text(), new Node.Entry(key.range(), node));
    if (first != null) {
      sink.report(
          Diagnostic.error(
                  "CRN1004",
                  "a key stands twice",
                  "`" + key.text() + "` already stands at " + first.key())
              .at(key.range()));
    }
  }

  private Frame.Key key(Node node) {
    if (node instanceof Node.Scalar(String text, Node.Style style, SourceRange range)) {
      if (text.replace("$${", "").contains("${")) {
        sink.report(
            Diagnostic.error("CRN1014", "a key cannot be computed", "`" + text + "`")
                .at(range)
                .suggest("write the key literally, or compute the whole mapping: \"${…}\""));
      }
      return new Frame.Key(
          text.replace("$${", "${"), style == Node.Style.PLAIN && text.equals("<<"), range);
    }
    sink.report(
        Diagnostic.error("CRN1014", "a key must be text", "this one is " + node.kind())
            .at(node.range()));
    return new Frame.Key("", false, node.range());
  }

  /// The finished mapping: its own keys win over merged ones, an earlier merged one over a later.
  Node.Mapping merged(Frame.Fields map, SourceRange range) {
    Map<String, Node.Entry> entries = new LinkedHashMap<>(map.entries);
    map.merged.forEach(source -> merge(source, entries));
    return new Node.Mapping(entries, range);
  }

  private void merge(Node source, Map<String, Node.Entry> entries) {
    switch (source) {
      case Node.Mapping mapping -> mapping.entries().forEach(entries::putIfAbsent);
      case Node.Sequence(List<Node> items, SourceRange ignored)
          when items.stream().allMatch(Node.Mapping.class::isInstance) ->
          items.forEach(item -> merge(item, entries));
      case Node.Sequence list -> refuse(list);
      case Node.Scalar scalar -> refuse(scalar);
    }
  }

  private void refuse(Node node) {
    sink.report(
        Diagnostic.error(
                "CRN1013",
                "a merge key takes a mapping or a list of mappings",
                "this one has " + node.kind())
            .at(node.range())
            .suggest("write `<<: *name`, with `&name` at a mapping above"));
  }
}
