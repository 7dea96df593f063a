package dev.cairn.docker.remote;

import dev.cairn.api.plan.Call;
import dev.cairn.api.provider.Listing;
import dev.cairn.api.provider.Progress;
import dev.cairn.api.provider.ReadRequest;
import dev.cairn.api.provider.Reply;
import dev.cairn.api.provider.Target;
import dev.cairn.api.resource.Failure;
import dev.cairn.api.resource.OwnershipQuery;
import dev.cairn.api.resource.Reading;
import dev.cairn.api.value.Value;
import dev.cairn.docker.form.ImageName;
import dev.cairn.docker.form.Known;
import dev.cairn.docker.type.Api;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Images of an engine. They carry no ownership: an image is a fact, and several stacks may use it.
final class Images extends Listed {
  private static final List<String> ECHOED =
      List.of("host", "name", "pull", "keepLocally", "platform");

  Images(Engine engine) {
    super(engine);
  }

  @Override
  Request list(String filters) {
    return Request.get("docker:ImageList", "/images/json").answeredBy(Shape.LIST);
  }

  @Override
  List<Value.Fields> objects(Exchange.Answered answer) {
    return answer.list().stream().map(Known::fields).toList();
  }

  @Override
  String id(Value.Fields image) {
    return image.text("Id").orElse("");
  }

  /// By id or by name: the API takes both.
  @Override
  Request inspect(String id) {
    return Pull.inspect(id);
  }

  /// By id, and by name. The list tells no platform: where one is wanted, the image is looked at.
  @Override
  List<Reading> read(List<ReadRequest> requests, Map<String, Value.Fields> byId) {
    List<Reading> readings = new ArrayList<>();
    for (ReadRequest request : requests) {
      Value.Fields image = byId.get(request.id());
      readings.add(
          image == null ? named(request, byId.values()) : present(image, request.recorded()));
    }
    return readings;
  }

  private Reading named(ReadRequest request, Collection<Value.Fields> images) {
    Value.Fields image =
        images.stream().filter(one -> isNamed(request.id(), one)).findFirst().orElse(null);
    if (image == null) {
      return new Reading.Absent(1);
    }
    if (!request.recorded().has("platform")) {
      return present(image, request.recorded());
    }
    Request inspect = inspect(id(image));
    Exchange exchange = engine.exchange(inspect);
    if (exchange instanceof Exchange.Answered answer && answer.good()) {
      return Pull.of(answer.object(), request.recorded())
          ? present(image, request.recorded())
          : new Reading.Absent(1);
    }
    return new Reading.Unreadable(Failures.of(inspect, exchange));
  }

  private boolean isNamed(String name, Value.Fields image) {
    Value tag = ImageName.of(Value.text(name));
    // with a digest, engines do not look at the tag
    Value digest = ImageName.of(Value.text(name.replaceFirst(":[^:/@]+@", "@")));
    return ImageName.isId(name, id(image))
        || spelled(image.items("RepoTags")).contains(tag)
        || spelled(image.items("RepoDigests")).contains(digest);
  }

  private static List<Value> spelled(List<Value> names) {
    return names.stream().map(ImageName::of).toList();
  }

  /// What was asked for is as it was recorded: a tag that has moved since leaves the image that it
  /// stood for.
  @Override
  Value.Fields attributes(Value.Fields image, Value.Fields recorded) {
    SortedMap<String, Value> attributes = new TreeMap<>();
    image.items("RepoTags").stream().findFirst().ifPresent(tag -> attributes.put("name", tag));
    for (String name : ECHOED) {
      recorded.get(name).ifPresent(value -> attributes.put(name, value));
    }
    attributes.put("id", Value.text(id(image)));
    attributes.put("repoDigests", new Value.Items(image.items("RepoDigests")));
    attributes.put("repoTags", new Value.Items(image.items("RepoTags")));
    return new Value.Fields(attributes);
  }

  @Override
  public Listing owned(OwnershipQuery query) {
    return new Listing.Complete(List.of());
  }

  @Override
  public Listing matching(Value.Fields key) {
    Request inspect = inspect(key.text("name").orElse(""));
    Exchange exchange = engine.exchange(inspect);
    if (exchange instanceof Exchange.Answered answer && answer.good()) {
      Value.Fields image = answer.object();
      return new Listing.Complete(
          List.of(new Listing.Found(id(image), null, null, attributes(image, key))));
    }
    Failure failure = Failures.of(inspect, exchange);
    return failure.kind() == Failure.Kind.NOT_FOUND
        ? new Listing.Complete(List.of())
        : new Listing.Unanswered(failure);
  }

  @Override
  public Reply send(Call call, Target target) {
    return call.api().equals(Api.IMAGE_PULL) ? new Pull(engine).send(call) : delete(call, target);
  }

  /// By name where there is one: a tag is removed, and the image when it was the last.
  private Reply delete(Call call, Target target) {
    String image = target.attributes().text("name").orElseGet(target::existing);
    return Sender.act(engine, Request.delete(call.api(), "/images/" + Request.encoded(image)));
  }

  @Override
  public Progress reached(Target target) {
    String name = target.id() == null ? target.attributes().text("name").orElse("") : target.id();
    Request inspect = inspect(name);
    Exchange exchange = engine.exchange(inspect);
    if (exchange instanceof Exchange.Answered answer) {
      if (answer.good()) {
        return new Progress.Ready(attributes(answer.object(), target.attributes()));
      }
      if (answer.status() == 404) {
        return new Progress.Broken(Failures.of(inspect, exchange));
      }
    }
    return missing(inspect, exchange);
  }

  /// An image that other tags or containers hold stays, and that is no trouble of ours.
  @Override
  public Progress gone(Target target) {
    return new Progress.Ready(Value.Fields.EMPTY);
  }
}
