package dev.cairn.aws.type;

import dev.cairn.api.address.Path;
import dev.cairn.api.plan.Call;
import dev.cairn.api.resource.Ownership;
import dev.cairn.api.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/// Tags of an autoscaling group: `{value, propagateAtLaunch}` by key, where a plain value is short
/// for one that is propagated.
final class GroupTags {
  private static final String TAGS = "tags";
  private static final String PROPAGATE = "propagateAtLaunch";

  private GroupTags() {}

  static Value.Fields normalize(Value.Fields written) {
    if (!(written.get(TAGS).orElse(null) instanceof Value.Fields tags)) {
      return written;
    }
    SortedMap<String, Value> out = new TreeMap<>();
    tags.fields().forEach((key, value) -> out.put(key, full(value)));
    return written.with(TAGS, new Value.Fields(out));
  }

  private static Value full(Value tag) {
    Value.Fields full = tag instanceof Value.Fields fields ? fields : Value.Fields.of("value", tag);
    return full.has(PROPAGATE) ? full : full.with(PROPAGATE, new Value.Flag(true));
  }

  static Value.Fields observed(Value.Fields description) {
    SortedMap<String, Value> out = new TreeMap<>();
    for (Value item : description.items("Tags")) {
      Value.Fields tag = (Value.Fields) item;
      String key = tag.text("Key").orElse("");
      if (!Ownership.isTag(key)) {
        out.put(
            key,
            Value.Fields.of(
                Map.of(
                    "value",
                    tag.get("Value").orElse(Value.text("")),
                    PROPAGATE,
                    tag.get("PropagateAtLaunch").orElse(new Value.Flag(false)))));
      }
    }
    return new Value.Fields(out);
  }

  /// The tags of a group as the API lists them.
  static Value listed(Value.Fields attributes) {
    return ApiForm.unknown(attributes, TAGS)
        .orElseGet(() -> new Value.Items(list(attributes.fields(TAGS))));
  }

  /// The tags in arguments, also those that were not known when they were declared.
  static List<Value> items(Value.Fields arguments) {
    List<Value> items = new ArrayList<>(arguments.items("Tags"));
    items.addAll(list(arguments.fields("Tags")));
    return items;
  }

  private static List<Value> list(Value.Fields tags) {
    List<Value> list = new ArrayList<>();
    tags.fields().forEach((key, value) -> list.add(argument(key, value)));
    return list;
  }

  private static Value argument(String key, Value tag) {
    Value.Fields full = (Value.Fields) full(tag);
    return Value.Fields.of(
        Map.of(
            "Key",
            Value.text(key),
            "Value",
            full.get("value").orElse(Value.text("")),
            "PropagateAtLaunch",
            full.get(PROPAGATE).orElseThrow()));
  }

  /// The same arguments with ownership among the tags, which instances do not get.
  static Value.Fields owned(Value.Fields arguments, Ownership ownership) {
    List<Value> tags = items(arguments);
    ownership
        .tags()
        .forEach((key, value) ->
            tags.add(
                argument(
                    key,
                    Value.Fields.of(
                        Map.of("value", Value.text(value), PROPAGATE, new Value.Flag(false))))));
    return arguments.with("Tags", new Value.Items(tags));
  }

  static List<Call> update(Value.Fields from, Value.Fields to, SortedSet<Path> changed) {
    if (ApiForm.unknown(to, TAGS).isPresent()) {
      return changed.contains(Path.of(TAGS))
          ? List.of(call("autoscaling:CreateOrUpdateTags", listed(to)))
          : List.of();
    }
    Value.Fields wanted = to.fields(TAGS);
    Value.Fields had = from.fields(TAGS);
    List<Value> put = new ArrayList<>();
    List<Value> drop = new ArrayList<>();
    for (String key : Tags.keys(TAGS, wanted, had, changed)) {
      Value value = wanted.fields().get(key);
      if (value == null) {
        drop.add(Value.Fields.of("Key", Value.text(key)));
      } else if (!value.equals(had.fields().get(key))) {
        put.add(argument(key, value));
      }
    }
    List<Call> calls = new ArrayList<>();
    if (!put.isEmpty()) {
      calls.add(call("autoscaling:CreateOrUpdateTags", new Value.Items(put)));
    }
    if (!drop.isEmpty()) {
      calls.add(call("autoscaling:DeleteTags", new Value.Items(drop)));
    }
    return calls;
  }

  static Call call(String api, Value tags) {
    return Calls.safe(api, Value.Fields.of("Tags", tags));
  }

  /// The arguments of a call on tags, each of them naming the group.
  static Value.Fields addressed(Value.Fields arguments, String group) {
    List<Value> tags = new ArrayList<>();
    for (Value tag : items(arguments)) {
      tags.add(
          ((Value.Fields) tag)
              .with("ResourceId", Value.text(group))
              .with("ResourceType", Value.text("auto-scaling-group")));
    }
    return arguments.with("Tags", new Value.Items(tags));
  }
}
