package dev.cairn.core.schema;

import dev.cairn.api.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads JSON text into values.
final class JsonText {
  private JsonText() {}

  static Value.Fields read(byte[] json) {
    if (value(new JsonMapper().readTree(json)) instanceof Value.Fields fields) {
      return fields;
    }
    throw new IllegalArgumentException("not a JSON object");
  }

  private static Value value(JsonNode node) {
    return switch (node.getNodeType()) {
      case OBJECT -> {
        SortedMap<String, Value> fields = new TreeMap<>();
        node.properties().forEach(entry -> fields.put(entry.getKey(), value(entry.getValue())));
        yield new Value.Fields(fields);
      }
      case ARRAY -> {
        List<Value> items = new ArrayList<>();
        node.forEach(item -> items.add(value(item)));
        yield new Value.Items(items);
      }
      case BOOLEAN -> new Value.Flag(node.booleanValue());
      case NUMBER ->
          node.isIntegralNumber()
              ? new Value.Whole(node.longValue())
              : new Value.Decimal(node.doubleValue());
      case STRING -> new Value.Text(node.stringValue());
      case NULL, MISSING, BINARY, POJO ->
          throw new IllegalArgumentException("a schema holds no " + node.getNodeType());
    };
  }
}
