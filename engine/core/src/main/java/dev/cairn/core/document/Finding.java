package dev.cairn.core.document;

import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import dev.cairn.api.diagnostic.SourceRange;
import dev.cairn.api.value.Value;
import dev.cairn.core.expression.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the validation library found.
///
/// @param instance the way to the value, from the document's top
/// @param evaluation the way through the schema, to the keyword
/// @param property the key concerned, of `required` and `additionalProperties`
/// @param value what stands at `instance`
/// @param hole whether there is an expression at the place or above it
/// @param choices the choices between forms on the way
record Finding(
    List<String> instance,
    List<String> evaluation,
    @Nullable String property,
    Term value,
    boolean hole,
    List<Choice> choices) {
  private static final Set<String> NAMED =
      Set.of("properties", "patternProperties", "dependentSchemas", "$defs");
  private static final Set<String> DEEPER = Set.of("items", "additionalProperties");

  /// One form of several.
  ///
  /// @param place tells this choice from all others
  /// @param depth how far down the instance it is
  record Choice(String place, String form, int depth) {}

  static Finding of(Error error, Term document) {
    List<String> instance = elements(error.getInstanceLocation());
    List<String> evaluation = elements(error.getEvaluationPath());
    Term value = document;
    for (String step : instance) {
      value = step(value, step);
    }
    return new Finding(
        instance,
        evaluation,
        error.getProperty(),
        value,
        Holes.is(value),
        choices(instance, evaluation));
  }

  String keyword() {
    return evaluation.getLast();
  }

  /// The way to the schema that the keyword belongs to.
  List<String> schema() {
    return evaluation.subList(0, evaluation.size() - 1);
  }

  private static Term step(Term value, String step) {
    return switch (value) {
      case Term.Mapping mapping -> mapping.fields().getOrDefault(step, mapping);
      case Term.Sequence sequence -> sequence.items().get(Integer.parseInt(step));
      case Term.Literal(Value evaluated, SourceRange range) ->
          new Term.Literal(step(evaluated, step), range);
      case Term.Computed computed -> computed;
      case Term.Mixed mixed -> mixed;
    };
  }

  private static Value step(Value value, String step) {
    return switch (value.revealed()) {
      case Value.Fields fields -> fields.get(step).orElse(fields);
      case Value.Items(List<Value> items) -> items.get(Integer.parseInt(step));
      case Value scalar -> scalar;
    };
  }

  private static List<String> elements(NodePath path) {
    List<String> elements = new ArrayList<>();
    for (int i = 0; i < path.getNameCount(); i++) {
      elements.add(path.getName(i));
    }
    return elements;
  }

  private static List<Choice> choices(List<String> instance, List<String> evaluation) {
    List<Choice> choices = new ArrayList<>();
    int depth = 0;
    for (int i = 0; i + 1 < evaluation.size(); i++) {
      String keyword = evaluation.get(i);
      if (NAMED.contains(keyword)) {
        depth += keyword.endsWith("roperties") ? 1 : 0;
        i++;
      } else if (DEEPER.contains(keyword)) {
        depth++;
      } else if (keyword.equals("anyOf") || keyword.equals("oneOf")) {
        String place = evaluation.subList(0, i) + " " + instance.subList(0, depth);
        choices.add(new Choice(place, evaluation.get(++i), depth));
      } else if (keyword.equals("allOf")) {
        i++;
      }
    }
    return choices;
  }
}
