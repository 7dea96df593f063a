package dev.cairn.aws.session;

import dev.cairn.api.resource.Ownership;
import dev.cairn.api.resource.OwnershipQuery;
import dev.cairn.api.value.Value;
import dev.cairn.aws.type.AwsType;
import dev.cairn.aws.type.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The arguments of Describe calls that look for objects by what they carry.
final class Searches {
  private Searches() {}

  static Value.Fields byOwnership(OwnershipQuery query) {
    List<Value> filters = new ArrayList<>();
    filters.add(tag(Ownership.LINEAGE, Value.text(query.lineage())));
    if (query.operation() != null) {
      filters.add(tag(Ownership.OPERATION, Value.text(query.operation().toString())));
    }
    return Reader.filters(filters);
  }

  /// Tags, and those attributes that a type of EC2 can be filtered by; what else is in the key is
  /// compared when the objects are there.
  static Value.Fields byAttributes(AwsType type, Value.Fields key) {
    List<Value> filters = new ArrayList<>();
    key.fields("tags").fields().forEach((name, value) -> filters.add(tag(name, plain(value))));
    Value.Fields arguments = filters.isEmpty() ? Value.Fields.EMPTY : Reader.filters(filters);
    for (Map.Entry<String, Value> entry : key.without("tags").fields().entrySet()) {
      switch (type.source().by()) {
        case Source.By.IdFilter(String name) -> {
          if (name.equals(kebab(entry.getKey()))) {
            filters.add(Reader.filter(name, new Value.Items(List.of(entry.getValue()))));
            arguments = Reader.filters(filters);
          }
        }
        case Source.By.AttributeFilter(String name, String attribute) -> {
          if (attribute.equals(entry.getKey())) {
            filters.add(Reader.filter(name, new Value.Items(List.of(entry.getValue()))));
            arguments = Reader.filters(filters);
          }
        }
        case Source.By.Names(String member, int ignored) ->
            arguments = arguments.with(member, new Value.Items(List.of(entry.getValue())));
        case Source.By.Everything ignored -> {}
      }
    }
    return arguments;
  }

  /// Whether attributes have all that a key asks for.
  static boolean matches(Value.Fields attributes, Value.Fields key) {
    return key.fields().entrySet().stream()
        .allMatch(entry ->
            entry.getValue().revealed() instanceof Value.Fields inner
                ? matches(attributes.fields(entry.getKey()), inner)
                : attributes
                    .get(entry.getKey())
                    .filter(value -> plain(value).equals(plain(entry.getValue())))
                    .isPresent());
  }

  /// The value of a tag that also says whether it is propagated.
  private static Value plain(Value tag) {
    return tag.revealed() instanceof Value.Fields fields && fields.has("value")
        ? fields.get("value").orElse(tag)
        : tag.revealed();
  }

  private static Value tag(String name, Value value) {
    return Reader.filter("tag:" + name, new Value.Items(List.of(value)));
  }

  private static String kebab(String attribute) {
    return attribute.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }
}
