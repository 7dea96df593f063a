package dev.cairn.docker.remote;

import dev.cairn.api.plan.Call;
import dev.cairn.api.provider.Progress;
import dev.cairn.api.provider.ReadRequest;
import dev.cairn.api.provider.Reply;
import dev.cairn.api.provider.Target;
import dev.cairn.api.resource.Reading;
import dev.cairn.api.value.Value;
import dev.cairn.docker.form.Known;
import dev.cairn.docker.type.Api;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Containers of an engine: one list of all, and one inspection of each that is asked for.
final class Containers extends Listed {
  Containers(Engine engine) {
    super(engine);
  }

  @Override
  Request list(String filters) {
    return Request.get(
            "docker:ContainerList",
            "/containers/json?all=1" + (filters.isEmpty() ? "" : "&" + filters))
        .answeredBy(Shape.LIST);
  }

  @Override
  List<Value.Fields> objects(Exchange.Answered answer) {
    return answer.list().stream().map(Known::fields).toList();
  }

  @Override
  String id(Value.Fields container) {
    return container.text("Id").orElse("");
  }

  @Override
  Value.Fields labels(Value.Fields container) {
    return container.has("Config")
        ? container.fields("Config").fields("Labels")
        : container.fields("Labels");
  }

  @Override
  Request inspect(String id) {
    return Request.get("docker:ContainerInspect", "/containers/" + Request.encoded(id) + "/json");
  }

  /// Of an entry of the list, only what the list tells.
  @Override
  Value.Fields attributes(Value.Fields container, Value.Fields recorded) {
    if (container.has("Config")) {
      return new Inspection(container, recorded, this::idOf).attributes();
    }
    String name =
        container.items("Names").stream().findFirst().map(Known::scalar).orElse("/").substring(1);
    return Value.Fields.of("id", Value.text(id(container)))
        .with("name", Value.text(name))
        .with("labels", Labels.users(labels(container)));
  }

  private Optional<String> idOf(String name) {
    return engine.exchange(inspect(name)) instanceof Exchange.Answered answer && answer.good()
        ? answer.object().text("Id")
        : Optional.empty();
  }

  @Override
  List<Reading> read(List<ReadRequest> requests, Map<String, Value.Fields> byId) {
    List<Optional<Request>> inspections = new ArrayList<>();
    for (ReadRequest request : requests) {
      inspections.add(
          byId.containsKey(request.id()) ? Optional.of(inspect(request.id())) : Optional.empty());
    }
    List<Optional<Exchange>> exchanges = engine.all(inspections);
    Function<String, Optional<String>> ids = name -> named(byId, name);
    List<Reading> readings = new ArrayList<>();
    for (int i = 0; i < requests.size(); i++) {
      ReadRequest request = requests.get(i);
      readings.add(
          exchanges
              .get(i)
              .map(exchange -> reading(request, exchange, ids, byId))
              .orElse(new Reading.Absent(1)));
    }
    return readings;
  }

  private Reading reading(
      ReadRequest request,
      Exchange exchange,
      Function<String, Optional<String>> ids,
      Map<String, Value.Fields> byId) {
    if (exchange instanceof Exchange.Answered answer) {
      if (answer.status() == 404) {
        return new Reading.Absent(1);
      }
      if (answer.good()) {
        Inspection inspection = new Inspection(answer.object(), request.recorded(), ids);
        return new Reading.Present(
            inspection.id(),
            inspection.attributes().with("imageMoved", moved(inspection, byId)),
            Labels.ownership(labels(inspection.inspected())).orElse(null));
      }
    }
    return new Reading.Unreadable(Failures.of(inspect(request.id()), exchange));
  }

  /// The list has the name that a container was made of only as long as it stands for its image.
  private static Value moved(Inspection inspection, Map<String, Value.Fields> byId) {
    Optional<Value> made = inspection.inspected().fields("Config").get("Image");
    Value.Fields listed = byId.getOrDefault(inspection.id(), Value.Fields.EMPTY);
    return new Value.Flag(listed.has("Image") && !listed.get("Image").equals(made));
  }

  private static Optional<String> named(Map<String, Value.Fields> byId, String name) {
    Value wanted = Value.text("/" + name);
    return byId.entrySet().stream()
        .filter(entry ->
            entry.getKey().equals(name) || entry.getValue().items("Names").contains(wanted))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  @Override
  public Reply send(Call call, Target target) {
    return call.api().equals(Api.IMAGE_PULL)
        ? new Pull(engine).send(call)
        : new ContainerCalls(engine).send(call, target);
  }

  @Override
  public Progress reached(Target target) {
    Request inspect = inspect(target.existing());
    Exchange exchange = engine.exchange(inspect);
    return exchange instanceof Exchange.Answered answer && answer.good()
        ? new Run(engine, target, new Inspection(answer.object(), target.attributes(), this::idOf))
            .progress(answer.date())
        : missing(inspect, exchange);
  }
}
