package dev.cairn.aws.type;

import dev.cairn.api.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/// The data of a launch template: nested as the API nests it, but for the tags in
/// `tagSpecifications`, which are a map as everywhere.
final class LaunchTemplateData {
  private static final String SPECIFICATIONS = "tagSpecifications";
  private static final String TAGS = "tags";
  private static final Optional<String> OWN = Optional.of("launch-template");

  private LaunchTemplateData() {}

  static Value arguments(Value data) {
    return data instanceof Value.Fields fields
        ? ApiForm.argument(specifications(fields, LaunchTemplateData::list))
        : data;
  }

  /// Tags of the template itself are none of its data, although they may be listed there.
  static Value.Fields observed(Value.Fields data) {
    Value.Fields observed =
        normalize(specifications((Value.Fields) ApiForm.attribute(data), LaunchTemplateData::map));
    List<Value> launched =
        observed.items(SPECIFICATIONS).stream()
            .filter(item -> !((Value.Fields) item).text("resourceType").equals(OWN))
            .toList();
    return launched.isEmpty()
        ? observed.without(SPECIFICATIONS)
        : observed.with(SPECIFICATIONS, new Value.Items(launched));
  }

  static Value.Fields normalize(Value.Fields data) {
    return Sets.sorted(data, "securityGroupIds", "securityGroups");
  }

  private static Value.Fields specifications(Value.Fields data, UnaryOperator<Value> tags) {
    if (!(data.get(SPECIFICATIONS).orElse(null) instanceof Value.Items(List<Value> items))) {
      return data;
    }
    List<Value> out = new ArrayList<>();
    for (Value item : items) {
      out.add(
          item instanceof Value.Fields fields && fields.has(TAGS)
              ? fields.with(TAGS, tags.apply(fields.get(TAGS).orElseThrow()))
              : item);
    }
    return data.with(SPECIFICATIONS, new Value.Items(out));
  }

  private static Value list(Value tags) {
    List<Value> out = new ArrayList<>();
    if (tags instanceof Value.Fields map) {
      map.fields()
          .forEach((key, value) ->
              out.add(Value.Fields.of(Map.of("key", Value.text(key), "value", value))));
      return new Value.Items(out);
    }
    return tags;
  }

  private static Value map(Value tags) {
    SortedMap<String, Value> out = new TreeMap<>();
    if (tags instanceof Value.Items(List<Value> items)) {
      for (Value item : items) {
        Value.Fields tag = (Value.Fields) item;
        out.put(tag.text("key").orElse(""), tag.get("value").orElse(Value.text("")));
      }
    }
    return new Value.Fields(out);
  }
}
