package dev.cairn.docker.remote;

import dev.cairn.api.plan.Call;
import dev.cairn.api.provider.Answer;
import dev.cairn.api.provider.Listing;
import dev.cairn.api.provider.Progress;
import dev.cairn.api.provider.ReadRequest;
import dev.cairn.api.provider.Reply;
import dev.cairn.api.provider.Target;
import dev.cairn.api.resource.Failure;
import dev.cairn.api.resource.OwnershipQuery;
import dev.cairn.api.resource.Reading;
import dev.cairn.api.value.Value;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// The engine itself as a resource.
final class Hosts implements Kind {
  private static final Request INFO =
      Request.get("docker:SystemInfo", "/info").within(Duration.ofSeconds(20));
  private static final Map<String, String> INFORMATION =
      Map.of(
          "ID", "id",
          "Name", "name",
          "ServerVersion", "version",
          "OperatingSystem", "operatingSystem",
          "OSType", "osType",
          "Architecture", "architecture",
          "NCPU", "cpus",
          "MemTotal", "memory");

  private final Engine engine;
  private final Value.Fields settings;

  Hosts(Engine engine, Value.Fields settings) {
    this.engine = engine;
    this.settings = settings;
  }

  Answer identity() {
    Exchange exchange = engine.exchange(INFO);
    return exchange instanceof Exchange.Answered answer && answer.good()
        ? new Answer.Given(attributes(answer, Value.Fields.EMPTY))
        : new Answer.Withheld(Failures.of(INFO, exchange));
  }

  private static Value.Fields attributes(Exchange.Answered info, Value.Fields recorded) {
    SortedMap<String, Value> attributes = new TreeMap<>(recorded.fields());
    Value.Fields object = info.object();
    INFORMATION.forEach(
        (key, name) -> object.get(key).ifPresent(value -> attributes.put(name, value)));
    if (info.version() != null) {
      attributes.put("apiVersion", Value.text(info.version()));
    }
    return new Value.Fields(attributes);
  }

  @Override
  public List<Reading> read(List<ReadRequest> requests) {
    Exchange exchange = engine.exchange(INFO);
    if (exchange instanceof Exchange.Answered answer && answer.good()) {
      return requests.stream().map(request -> reading(request, answer)).toList();
    }
    Failure failure = Failures.of(INFO, exchange);
    return requests.stream().<Reading>map(any -> new Reading.Unreadable(failure)).toList();
  }

  /// Another engine behind the same endpoint means that the recorded one is gone only where the
  /// stack says so, by another identity; else it may be a wrong turn.
  private Reading reading(ReadRequest request, Exchange.Answered info) {
    Value.Fields attributes = attributes(info, request.recorded());
    String id = attributes.text("id").orElse("");
    if (id.equals(request.id())) {
      return new Reading.Present(id, attributes, null);
    }
    boolean other =
        settings.has("identity")
            && request.recorded().has("identity")
            && !settings.get("identity").equals(request.recorded().get("identity"));
    return other
        ? new Reading.Absent(1)
        : new Reading.Unreadable(
            Failures.rejected(
                "docker:SystemInfo",
                "OtherEngine",
                "another engine answers at this endpoint: " + id + " instead of " + request.id()));
  }

  @Override
  public Listing owned(OwnershipQuery query) {
    return new Listing.Complete(List.of());
  }

  @Override
  public Listing matching(Value.Fields key) {
    Exchange exchange = engine.exchange(INFO);
    if (exchange instanceof Exchange.Answered answer && answer.good()) {
      Value.Fields attributes = attributes(answer, key);
      String id = attributes.text("id").orElse("");
      return new Listing.Complete(List.of(new Listing.Found(id, null, null, attributes)));
    }
    return new Listing.Unanswered(Failures.of(INFO, exchange));
  }

  @Override
  public Reply send(Call call, Target target) {
    throw new IllegalArgumentException("no call changes an engine: " + call.api());
  }

  @Override
  public Progress reached(Target target) {
    Exchange exchange = engine.exchange(INFO);
    return exchange instanceof Exchange.Answered answer && answer.good()
        ? new Progress.Ready(attributes(answer, target.attributes()))
        : Listed.missing(INFO, exchange);
  }

  @Override
  public Progress gone(Target target) {
    return new Progress.Ready(Value.Fields.EMPTY);
  }
}
