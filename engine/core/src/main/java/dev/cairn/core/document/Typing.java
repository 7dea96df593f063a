package dev.cairn.core.document;

import dev.cairn.api.diagnostic.Diagnostic;
import dev.cairn.api.diagnostic.DiagnosticSink;
import dev.cairn.api.diagnostic.SourceRange;
import dev.cairn.core.expression.Scalars;
import dev.cairn.core.expression.Term;
import dev.cairn.core.yaml.Node;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Makes terms of nodes: plain scalars typed by what is wanted at their place, expressions parsed.
public final class Typing {
  private final DiagnosticSink sink;

  public Typing(DiagnosticSink sink) {
    this.sink = sink;
  }

  /// The term of a node. What does not fit the form is left as it looks, for the validation to
  /// refuse.
  public Term term(Node node, Form form) {
    return switch (node) {
      case Node.Scalar scalar -> scalar(scalar, form);
      case Node.Sequence(List<Node> items, SourceRange range) -> {
        Form item = form.item();
        yield new Term.Sequence(items.stream().map(each -> term(each, item)).toList(), range);
      }
      case Node.Mapping mapping -> mapping(mapping, form);
    };
  }

  /// The same for a mapping.
  public Term.Mapping mapping(Node.Mapping node, Form form) {
    Map<String, Term> fields = new LinkedHashMap<>();
    Map<String, SourceRange> keys = new LinkedHashMap<>();
    node.entries()
        .forEach((key, entry) -> {
          fields.put(key, term(entry.value(), form.field(key)));
          keys.put(key, entry.key());
        });
    return new Term.Mapping(fields, keys, node.range());
  }

  private Term scalar(Node.Scalar scalar, Form form) {
    if (scalar.isNull()) {
      sink.report(
          Diagnostic.error("CRN1016", "there is no value", "nothing, `~` and `null` set nothing")
              .at(scalar.range())
              .suggest("leave the key out", "use `omit()` where it depends on something"));
      return Holes.at(scalar.range());
    }
    if (scalar.plain() && !Scalars.concerns(scalar.text())) {
      return new Term.Literal(Plain.value(scalar.text(), form.scalars()), scalar.range());
    }
    boolean quoted = scalar.style() == Node.Style.QUOTED;
    return Scalars.parse(scalar.text(), scalar.range(), quoted, sink::report);
  }
}
