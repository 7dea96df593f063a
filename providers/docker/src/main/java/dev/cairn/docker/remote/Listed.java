package dev.cairn.docker.remote;

import dev.cairn.api.provider.Listing;
import dev.cairn.api.provider.Progress;
import dev.cairn.api.provider.ReadRequest;
import dev.cairn.api.provider.Target;
import dev.cairn.api.resource.Failure;
import dev.cairn.api.resource.OwnershipQuery;
import dev.cairn.api.resource.Reading;
import dev.cairn.api.value.Value;
import dev.cairn.docker.form.Known;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A type whose objects one list call tells all of.
abstract class Listed implements Kind {
  private static final Duration SOON = Duration.ofMillis(200);

  final Engine engine;

  Listed(Engine engine) {
    this.engine = engine;
  }

  /// The list call, with a `filters` query where it is not empty.
  abstract Request list(String filters);

  /// The objects in the answer to [#list].
  abstract List<Value.Fields> objects(Exchange.Answered answer);

  abstract String id(Value.Fields object);

  abstract Value.Fields attributes(Value.Fields object, Value.Fields recorded);

  /// What the list tells of one object is all that there is to know.
  Reading present(Value.Fields object, Value.Fields recorded) {
    return new Reading.Present(
        id(object), attributes(object, recorded), Labels.ownership(labels(object)).orElse(null));
  }

  Value.Fields labels(Value.Fields object) {
    return object.fields("Labels");
  }

  @Override
  public List<Reading> read(List<ReadRequest> requests) {
    Request list = list("");
    Exchange exchange = engine.exchange(list);
    if (!(exchange instanceof Exchange.Answered answer) || !answer.good()) {
      Failure failure = Failures.of(list, exchange);
      return requests.stream().<Reading>map(any -> new Reading.Unreadable(failure)).toList();
    }
    Map<String, Value.Fields> byId =
        objects(answer).stream()
            .collect(Collectors.toMap(this::id, Function.identity(), (first, again) -> first));
    return read(requests, byId);
  }

  List<Reading> read(List<ReadRequest> requests, Map<String, Value.Fields> byId) {
    return requests.stream()
        .map(request -> {
          Value.Fields object = byId.get(request.id());
          return object == null ? new Reading.Absent(1) : present(object, request.recorded());
        })
        .toList();
  }

  @Override
  public Listing owned(OwnershipQuery query) {
    return find(list(Labels.filter(query)), object -> true);
  }

  /// By name, by labels, or both.
  @Override
  public Listing matching(Value.Fields key) {
    return find(
        list(""),
        object -> {
          Value.Fields attributes = attributes(object, Value.Fields.EMPTY);
          return key.fields().entrySet().stream()
              .allMatch(field ->
                  field.getKey().equals("host")
                      || matches(field.getValue(), attributes.get(field.getKey())));
        });
  }

  private static boolean matches(Value wanted, Optional<Value> there) {
    if (wanted.revealed() instanceof Value.Fields(var fields)) {
      Value.Fields map = there.map(Known::fields).orElse(Value.Fields.EMPTY);
      return fields.entrySet().stream()
          .allMatch(field -> map.get(field.getKey()).filter(field.getValue()::equals).isPresent());
    }
    return there.filter(wanted.revealed()::equals).isPresent();
  }

  private Listing find(Request list, Function<Value.Fields, Boolean> match) {
    Exchange exchange = engine.exchange(list);
    if (!(exchange instanceof Exchange.Answered answer) || !answer.good()) {
      return new Listing.Unanswered(Failures.of(list, exchange));
    }
    return new Listing.Complete(
        objects(answer).stream().filter(match::apply).map(this::found).toList());
  }

  private Listing.Found found(Value.Fields object) {
    return new Listing.Found(
        id(object),
        Labels.ownership(labels(object)).orElse(null),
        createdAt(object),
        attributes(object, Value.Fields.EMPTY));
  }

  private static @Nullable Instant createdAt(Value.Fields object) {
    Optional<Long> seconds = object.whole("Created");
    if (seconds.isPresent()) {
      return Instant.ofEpochSecond(seconds.get());
    }
    return object
        .text("Created")
        .or(() -> object.text("CreatedAt"))
        .map(Listed::instant)
        .orElse(null);
  }

  static @Nullable Instant instant(String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  /// The read of one object.
  abstract Request inspect(String id);

  @Override
  public Progress reached(Target target) {
    Request inspect = inspect(target.existing());
    Exchange exchange = engine.exchange(inspect);
    if (exchange instanceof Exchange.Answered answer && answer.good()) {
      return new Progress.Ready(attributes(answer.object(), target.attributes()));
    }
    return missing(inspect, exchange);
  }

  /// An object that was just made may not be visible yet, and an engine may come back.
  static Progress missing(Request inspect, Exchange exchange) {
    Failure failure = Failures.of(inspect, exchange);
    return switch (failure.kind()) {
      case NOT_FOUND -> new Progress.Pending("visible", "absent", SOON);
      case UNAVAILABLE, THROTTLED ->
          new Progress.Pending("an answer of the engine", failure.text(), Duration.ofSeconds(1));
      case EXISTS, DENIED, CONFLICT, QUOTA, REJECTED, EXPIRED -> new Progress.Broken(failure);
    };
  }

  @Override
  public Progress gone(Target target) {
    Request inspect = inspect(target.existing());
    Exchange exchange = engine.exchange(inspect);
    if (exchange instanceof Exchange.Answered answer) {
      if (answer.status() == 404) {
        return new Progress.Ready(Value.Fields.EMPTY);
      }
      if (answer.good()) {
        return new Progress.Pending("gone", "present", SOON);
      }
    }
    return missing(inspect, exchange);
  }
}
