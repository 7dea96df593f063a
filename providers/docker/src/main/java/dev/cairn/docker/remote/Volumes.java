package dev.cairn.docker.remote;

import dev.cairn.api.address.Path;
import dev.cairn.api.plan.Call;
import dev.cairn.api.provider.Reply;
import dev.cairn.api.provider.Target;
import dev.cairn.api.resource.Failure;
import dev.cairn.api.resource.Ownership;
import dev.cairn.api.value.Value;
import dev.cairn.docker.form.Known;
import dev.cairn.docker.type.Api;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// Volumes of an engine.
final class Volumes extends Listed {
  Volumes(Engine engine) {
    super(engine);
  }

  @Override
  Request list(String filters) {
    return Request.get("docker:VolumeList", "/volumes" + (filters.isEmpty() ? "" : "?" + filters))
        .answeredBy(Shape.MEMBERS);
  }

  @Override
  List<Value.Fields> objects(Exchange.Answered answer) {
    return answer.object().items("Volumes").stream().map(Known::fields).toList();
  }

  @Override
  String id(Value.Fields volume) {
    return volume.text("Name").orElse("");
  }

  @Override
  Request inspect(String id) {
    return Request.get("docker:VolumeInspect", "/volumes/" + Request.encoded(id));
  }

  @Override
  Value.Fields attributes(Value.Fields volume, Value.Fields recorded) {
    SortedMap<String, Value> attributes = new TreeMap<>();
    recorded.get("host").ifPresent(host -> attributes.put("host", host));
    attributes.put("id", Value.text(id(volume)));
    attributes.put("name", Value.text(id(volume)));
    volume.get("Driver").ifPresent(driver -> attributes.put("driver", driver));
    volume.get("Mountpoint").ifPresent(point -> attributes.put("mountpoint", point));
    attributes.put("driverOpts", volume.fields("Options"));
    attributes.put("labels", Labels.users(labels(volume)));
    return new Value.Fields(attributes);
  }

  @Override
  public Reply send(Call call, Target target) {
    return call.api().equals(Api.VOLUME_CREATE)
        ? create(call, target)
        : Sender.act(
            engine, Request.delete(call.api(), "/volumes/" + Request.encoded(target.existing())));
  }

  /// The engine answers the creation of a volume that is there with that volume; only its labels
  /// tell whether this call has made it.
  private Reply create(Call call, Target target) {
    Request request =
        Request.post(
                call.api(), "/volumes/create", Labels.owned(call.arguments(), target.ownership()))
            .answeredBy(Shape.OBJECT);
    Exchange exchange = engine.exchange(request);
    if (!(exchange instanceof Exchange.Answered answer) || !answer.good()) {
      return Failures.reply(request, exchange);
    }
    Value.Fields volume = answer.object();
    if (!volume.has("Name")) {
      return new Reply.Lost(Failures.nameless(request));
    }
    boolean ours =
        Labels.ownership(labels(volume))
            .map(Ownership::operation)
            .filter(target.operation()::equals)
            .isPresent();
    return ours
        ? Sender.done(id(volume))
        : new Reply.Refused(
            new Failure(
                Failure.Kind.EXISTS,
                call.api(),
                "Exists",
                null,
                Path.of("name"),
                "a volume of this name is there already: " + id(volume)));
  }
}
