package dev.cairn.aws.session;

import dev.cairn.api.provider.Listing.Found;
import dev.cairn.api.provider.ReadRequest;
import dev.cairn.api.resource.Ownership;
import dev.cairn.api.resource.Reading;
import dev.cairn.api.value.Value;
import dev.cairn.aws.type.AwsType;
import dev.cairn.aws.type.Source;
import dev.cairn.aws.type.Tags;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;

/// Reads the objects of one type.
final class TypeReader {
  private final Reader reader;
  private final AwsType type;
  private final Source source;

  TypeReader(Reader reader, AwsType type) {
    this.reader = reader;
    this.type = type;
    this.source = type.source();
  }

  /// As many readings as requests, in their order.
  List<Reading> readMany(List<ReadRequest> requests) {
    List<Reading> readings = new ArrayList<>();
    int size = Reader.batch(source);
    for (int from = 0; from < requests.size(); from += size) {
      readings.addAll(batch(requests.subList(from, Math.min(requests.size(), from + size))));
    }
    return readings;
  }

  /// What is found with these arguments of the Describe call.
  List<Found> search(Value.Fields arguments) {
    return reader.all(source, arguments).stream()
        .map(type::described)
        .filter(description -> !type.gone(description))
        .map(this::found)
        .toList();
  }

  /// One object as it is described; empty where there is none.
  Optional<Value.Fields> describe(ReadRequest request) {
    return Optional.ofNullable(descriptions(List.of(request)).get(request.id()));
  }

  private List<Reading> batch(List<ReadRequest> requests) {
    Map<String, Value.Fields> descriptions;
    try {
      descriptions = descriptions(requests);
    } catch (SdkException e) {
      Reading unreadable = new Reading.Unreadable(Failures.of(source.call(), e));
      return requests.stream().map(request -> unreadable).toList();
    }
    return requests.stream()
        .map(request -> reading(request, descriptions.get(request.id())))
        .toList();
  }

  private Map<String, Value.Fields> descriptions(List<ReadRequest> requests) {
    Map<String, Value.Fields> byId = byId(source, keys(requests));
    type.companion()
        .filter(companion -> !byId.isEmpty())
        .ifPresent(companion ->
            byId(companion, new TreeSet<>(byId.keySet()))
                .forEach((id, more) ->
                    byId.computeIfPresent(id, (same, description) -> more.with(description))));
    return byId;
  }

  private Map<String, Value.Fields> byId(Source from, SortedSet<String> keys) {
    Map<String, Value.Fields> byId = new HashMap<>();
    List<Value.Fields> all =
        keys.isEmpty() ? reader.all(from, Value.Fields.EMPTY) : reader.byKey(from, keys);
    for (Value.Fields description : all) {
      description.text(from.id()).ifPresent(id -> byId.put(id, type.described(description)));
    }
    return byId;
  }

  /// What to ask for; nothing, and so everything, where an object's key is not recorded.
  private SortedSet<String> keys(List<ReadRequest> requests) {
    SortedSet<String> keys = new TreeSet<>();
    for (ReadRequest request : requests) {
      Optional<String> key =
          source.by() instanceof Source.By.AttributeFilter(String ignored, String attribute)
              ? request.recorded().text(attribute)
              : Optional.of(request.id());
      if (key.isEmpty()) {
        return new TreeSet<>();
      }
      keys.add(key.get());
    }
    return keys;
  }

  private Reading reading(ReadRequest request, Value.@Nullable Fields description) {
    if (description == null || type.gone(description)) {
      return new Reading.Absent(1);
    }
    Value.Fields attributes = attributes(request.id(), description);
    for (AwsType.Extra extra : type.extras()) {
      if (request.wants(extra.attribute())) {
        try {
          attributes = attributes.with(extra(extra, request.id()));
        } catch (SdkException e) {
          return new Reading.Unreadable(Failures.of(extra.call(), e));
        }
      }
    }
    return new Reading.Present(
        request.id(), type.narrow(attributes, request), ownership(description));
  }

  private Value.Fields extra(AwsType.Extra extra, String id) {
    Value.Fields answer =
        reader.ask(extra.call(), extra.arguments().with(source.id(), Value.text(id)));
    for (String member : extra.member().subList(0, extra.member().size() - 1)) {
      answer = answer.fields(member);
    }
    return answer
        .get(extra.member().getLast())
        .map(value -> Value.Fields.of(extra.attribute(), value))
        .orElse(Value.Fields.EMPTY);
  }

  private Value.Fields attributes(String id, Value.Fields description) {
    Value.Fields attributes = type.observe(description).with("id", Value.text(id));
    return type.tags(description).map(tags -> attributes.with("tags", tags)).orElse(attributes);
  }

  private @Nullable Ownership ownership(Value.Fields description) {
    return type.tagged() ? Ownership.from(Tags.all(description)).orElse(null) : null;
  }

  private Found found(Value.Fields description) {
    String id = description.text(source.id()).orElse("");
    return new Found(
        id, ownership(description), createdAt(description), attributes(id, description));
  }

  private static @Nullable Instant createdAt(Value.Fields description) {
    return description
        .text("CreateTime")
        .or(() -> description.text("CreatedTime"))
        .map(Instant::parse)
        .orElse(null);
  }
}
