package dev.cairn.core.document;

import dev.cairn.api.value.Value;
import dev.cairn.core.expression.Term;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Terms and values as the trees that the validation library takes.
final class JsonTree {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private int holes;

  /// The tree of a term; each hole is a text of its own, so that no two are equal.
  static JsonNode of(Term term) {
    return new JsonTree().tree(term);
  }

  private JsonNode tree(Term term) {
    return switch (term) {
      case Term.Literal literal -> tree(literal.value());
      case Term.Computed ignored -> hole();
      case Term.Mixed ignored -> hole();
      case Term.Sequence sequence -> {
        ArrayNode array = NODES.arrayNode();
        sequence.items().forEach(item -> array.add(tree(item)));
        yield array;
      }
      case Term.Mapping mapping -> {
        ObjectNode object = NODES.objectNode();
        mapping.fields().forEach((key, field) -> object.set(key, tree(field)));
        yield object;
      }
    };
  }

  private JsonNode hole() {
    return NODES.stringNode("${" + holes++ + "}");
  }

  static JsonNode of(Value value) {
    return new JsonTree().tree(value);
  }

  private JsonNode tree(Value value) {
    return switch (value) {
      case Value.Text(String text) -> NODES.stringNode(text);
      case Value.Whole(long number) -> NODES.numberNode(number);
      case Value.Decimal(double number) -> NODES.numberNode(number);
      case Value.Flag(boolean on) -> NODES.booleanNode(on);
      case Value.Items items -> {
        ArrayNode array = NODES.arrayNode();
        items.items().forEach(item -> array.add(tree(item)));
        yield array;
      }
      case Value.Fields fields -> {
        ObjectNode object = NODES.objectNode();
        fields.fields().forEach((key, field) -> object.set(key, tree(field)));
        yield object;
      }
      case Value.Sensitive sensitive -> tree(sensitive.inner());
      case Value.Unknown ignored -> hole();
      case Value.Ref ignored -> hole();
    };
  }
}
