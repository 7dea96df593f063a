package dev.cairn.aws.type;

import dev.cairn.api.address.Path;
import dev.cairn.api.plan.Call;
import dev.cairn.api.resource.Ownership;
import dev.cairn.api.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// Tags of EC2: a map in attributes, a list of `{Key, Value}` in the API.
public final class Tags {
  static final String ATTRIBUTE = "tags";
  private static final String KEY = "Key";
  private static final String VALUE = "Value";

  private Tags() {}

  /// The arguments of a creating call with the object's own tags in its `TagSpecifications`.
  static Value.Fields specified(Value.Fields arguments, Making making, Value.Fields attributes) {
    Value tags =
        ApiForm.unknown(attributes, ATTRIBUTE)
            .orElseGet(() -> new Value.Items(list(attributes.fields(ATTRIBUTE))));
    return tags.equals(Value.Items.EMPTY) ? arguments : specified(arguments, making, tags);
  }

  private static Value.Fields specified(Value.Fields arguments, Making making, Value tags) {
    Value.Fields specification =
        Value.Fields.of(
            Map.of("ResourceType", Value.text(String.valueOf(making.tagged())), "Tags", tags));
    return arguments.with("TagSpecifications", new Value.Items(List.of(specification)));
  }

  /// The same arguments with ownership among the tags of the object.
  public static Value.Fields owned(Value.Fields arguments, Making making, Ownership ownership) {
    List<Value> tags = new ArrayList<>();
    for (Value specification : arguments.items("TagSpecifications")) {
      if (specification.revealed() instanceof Value.Fields fields) {
        tags.addAll(fields.items("Tags"));
        tags.addAll(list(fields.fields("Tags")));
      }
    }
    ownership.tags().forEach((key, value) -> tags.add(tag(key, Value.text(value))));
    return specified(arguments, making, new Value.Items(tags));
  }

  /// The calls that change an object's tags.
  static List<Call> update(Value.Fields from, Value.Fields to, SortedSet<Path> changed) {
    Optional<Value> unknown = ApiForm.unknown(to, ATTRIBUTE);
    if (unknown.isPresent()) {
      return changed.contains(Path.of(ATTRIBUTE))
          ? List.of(Calls.safe("ec2:CreateTags", Value.Fields.of("Tags", unknown.get())))
          : List.of();
    }
    Value.Fields wanted = to.fields(ATTRIBUTE);
    Value.Fields had = from.fields(ATTRIBUTE);
    List<Value> put = new ArrayList<>();
    List<Value> drop = new ArrayList<>();
    for (String key : keys(ATTRIBUTE, wanted, had, changed)) {
      Value value = wanted.fields().get(key);
      if (value == null) {
        drop.add(Value.Fields.of(KEY, Value.text(key)));
      } else if (!value.equals(had.fields().get(key))) {
        put.add(tag(key, value));
      }
    }
    List<Call> calls = new ArrayList<>();
    if (!put.isEmpty()) {
      calls.add(call("ec2:CreateTags", put));
    }
    if (!drop.isEmpty()) {
      calls.add(call("ec2:DeleteTags", drop));
    }
    return calls;
  }

  /// The keys of a map that the changed paths are about: those named, or all of a map that is
  /// changed as a whole.
  static SortedSet<String> keys(
      String attribute, Value.Fields wanted, Value.Fields had, SortedSet<Path> changed) {
    SortedSet<String> keys = new TreeSet<>();
    for (Path path : changed) {
      if (path.attribute().equals(attribute) && path.keys().size() > 1) {
        keys.add(path.keys().get(1));
      } else if (path.attribute().equals(attribute)) {
        keys.addAll(wanted.fields().keySet());
        keys.addAll(had.fields().keySet());
      }
    }
    return keys;
  }

  /// The tags of a description, Cairn's own among them.
  public static SortedMap<String, String> all(Value.Fields description) {
    SortedMap<String, String> all = new TreeMap<>();
    for (Value item : description.items("Tags")) {
      if (item instanceof Value.Fields tag) {
        tag.text(KEY).ifPresent(key -> all.put(key, tag.text(VALUE).orElse("")));
      }
    }
    return all;
  }

  /// The tags of a description, but for Cairn's own.
  public static Value.Fields observed(Value.Fields description) {
    SortedMap<String, Value> own = new TreeMap<>();
    all(description)
        .forEach((key, value) -> {
          if (!Ownership.isTag(key)) {
            own.put(key, Value.text(value));
          }
        });
    return new Value.Fields(own);
  }

  private static List<Value> list(Value.Fields tags) {
    List<Value> list = new ArrayList<>();
    tags.fields().forEach((key, value) -> list.add(tag(key, value)));
    return list;
  }

  private static Value tag(String key, Value value) {
    return Value.Fields.of(Map.of(KEY, Value.text(key), VALUE, value));
  }

  private static Call call(String api, List<Value> tags) {
    return Calls.safe(api, Value.Fields.of("Tags", new Value.Items(tags)));
  }
}
