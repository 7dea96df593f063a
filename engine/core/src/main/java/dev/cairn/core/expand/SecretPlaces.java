package dev.cairn.core.expand;

import dev.cairn.api.address.Path;
import dev.cairn.api.diagnostic.Diagnostic;
import dev.cairn.api.diagnostic.DiagnosticException;
import dev.cairn.api.diagnostic.SourceRange;
import dev.cairn.api.schema.Exclusive;
import dev.cairn.api.schema.Identity;
import dev.cairn.api.schema.TypeSchema;
import dev.cairn.api.value.Residual;
import dev.cairn.api.value.Shape;
import dev.cairn.api.value.Value;
import dev.cairn.core.expression.Marked;
import dev.cairn.core.expression.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Where secrets may be in attributes: in single values. The mark of a whole list or object is
/// taken down to them, so that it is kept through every form that a type gives its attributes.
/// Keys, and what an object is told apart by, are shown everywhere: a secret there is refused.
final class SecretPlaces {
  private final TypeSchema schema;
  private final Term.Mapping terms;
  private final SourceRange name;

  private SecretPlaces(TypeSchema schema, Term.Mapping terms, SourceRange name) {
    this.schema = schema;
    this.terms = terms;
    this.name = name;
  }

  /// The attributes with marks on single values alone.
  ///
  /// @param terms where they are set; `name` is the place of what is set elsewhere
  /// @throws DiagnosticException for a sensitive key or name
  static Value.Fields in(
      Value.Fields attributes, TypeSchema schema, Term.Mapping terms, SourceRange name) {
    return attributes.sensitive()
        ? new SecretPlaces(schema, terms, name).attributes(attributes)
        : attributes;
  }

  private Value.Fields attributes(Value.Fields attributes) {
    names()
        .forEach(path ->
            attributes
                .at(path)
                .filter(Value::sensitive)
                .ifPresent(_ -> {
                  throw refused("`" + path + "` is what the object is told apart by", place(path));
                }));
    SortedMap<String, Value> marked = new TreeMap<>();
    attributes
        .fields()
        .forEach((key, value) ->
            marked.put(key, down(value, schema.shape(key), terms.fields().get(key))));
    return new Value.Fields(marked);
  }

  private List<Path> names() {
    List<Path> names = new ArrayList<>();
    schema.exclusive().stream().map(Exclusive::key).forEach(names::addAll);
    if (schema.identity() instanceof Identity.Natural(List<Path> key)) {
      names.addAll(key);
    }
    return names;
  }

  private Value down(Value value, Shape shape, @Nullable Term term) {
    return switch (value) {
      case Value.Sensitive whole -> opened(whole, shape, term);
      case Value.Fields fields when fields.sensitive() -> {
        SortedMap<String, Value> marked = new TreeMap<>();
        fields
            .fields()
            .forEach(
                (key, field) -> marked.put(key, down(field, below(shape, key), at(term, key))));
        yield new Value.Fields(marked);
      }
      case Value.Items list when list.sensitive() -> {
        List<Value> marked = new ArrayList<>();
        for (int i = 0; i < list.items().size(); i++) {
          Value item = list.items().get(i);
          if (shape instanceof Shape.MapOf) {
            named(item, at(term, i));
          }
          marked.add(down(item, element(shape), at(term, i)));
        }
        yield new Value.Items(marked);
      }
      case Value clear -> clear;
    };
  }

  /// In the list form of a map, `NAME=VALUE`, the name is a key: it is read from what is in clear
  /// before anything sensitive.
  private void named(Value item, @Nullable Term term) {
    if (item instanceof Value.Sensitive mark && !clearStart(mark.origin()).contains("=")) {
      throw refused("the name in `NAME=VALUE` is not in clear", term == null ? name : term.range());
    }
  }

  private static String clearStart(@Nullable Residual origin) {
    return origin instanceof Residual.Joined(List<Value> parts)
            && parts.getFirst() instanceof Value.Text(String text)
        ? text
        : "";
  }

  private Value opened(Value.Sensitive whole, Shape shape, @Nullable Term term) {
    return switch (whole.inner()) {
      case Value.Fields fields when keysAreWords(fields, shape) ->
          down(Marked.each(fields, whole), shape, term);
      case Value.Fields _ ->
          throw refused(
              "the keys of this map are as sensitive as the map",
              term == null ? name : term.range());
      case Value.Items items -> down(Marked.each(items, whole), shape, term);
      case Value _ -> whole;
    };
  }

  /// Whether the keys are the schema's own words, or there are none.
  private static boolean keysAreWords(Value.Fields fields, Shape shape) {
    return fields.fields().isEmpty()
        || (shape instanceof Shape.ObjectOf object
            && object.fields().keySet().containsAll(fields.fields().keySet()));
  }

  private static Shape below(Shape shape, String key) {
    return switch (shape) {
      case Shape.MapOf map -> map.element();
      case Shape.ObjectOf object -> object.fields().getOrDefault(key, Shape.Scalar.ANY);
      case Shape.ListOf _, Shape.RefTo _, Shape.Scalar _ -> Shape.Scalar.ANY;
    };
  }

  private static Shape element(Shape shape) {
    return shape instanceof Shape.ListOf list ? list.element() : Shape.Scalar.ANY;
  }

  private static @Nullable Term at(@Nullable Term term, String key) {
    return term instanceof Term.Mapping mapping
        ? mapping.fields().getOrDefault(key, mapping)
        : term;
  }

  private static @Nullable Term at(@Nullable Term term, int item) {
    return term instanceof Term.Sequence list && item < list.items().size()
        ? list.items().get(item)
        : term;
  }

  private SourceRange place(Path path) {
    Term term = terms.fields().get(path.attribute());
    return term == null ? name : term.range();
  }

  /// Where an object lives is recorded with it, and read with what is recorded: a secret there
  /// would leave an object that nobody finds again.
  static void inScope(String name, Optional<Value> setting, SourceRange place) {
    if (setting.filter(Value::sensitive).isPresent()) {
      throw refused("`" + name + "` says where objects are", place);
    }
  }

  static DiagnosticException refused(String detail, SourceRange place) {
    return new DiagnosticException(
        Diagnostic.error(
                "CRN2011",
                "a sensitive value may not be a key or a name",
                detail + "; keys and names are shown in plans, logs and the state")
            .at(place)
            .suggest("write keys and names in clear and keep secrets for values"));
  }
}
