package dev.cairn.docker.remote;

import dev.cairn.api.plan.Call;
import dev.cairn.api.provider.Listing;
import dev.cairn.api.provider.Progress;
import dev.cairn.api.provider.Reply;
import dev.cairn.api.provider.Target;
import dev.cairn.api.resource.Failure;
import dev.cairn.api.resource.OwnershipQuery;
import dev.cairn.api.value.Value;
import dev.cairn.docker.form.Known;
import dev.cairn.docker.type.Api;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// Images of an engine. They carry no ownership: an image is a fact, and several stacks may use it.
final class Images extends Listed {
  private static final Duration PULL = Duration.ofMinutes(15);
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
    return Request.get("docker:ImageInspect", "/images/" + Request.encoded(id) + "/json");
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
    return call.api().equals(Api.IMAGE_PULL) ? pull(call) : delete(call, target);
  }

  private Reply pull(Call call) {
    String name = call.arguments().text("fromImage").orElse("");
    boolean missing = call.arguments().flag("missing").orElse(false);
    if (missing
        && engine.exchange(inspect(name)) instanceof Exchange.Answered answer
        && answer.good()) {
      return Sender.done(id(answer.object()));
    }
    String query = "?fromImage=" + Request.encoded(name);
    String platform =
        call.arguments()
            .text("platform")
            .map(text -> "&platform=" + Request.encoded(text))
            .orElse("");
    Request request =
        Request.post(call.api(), "/images/create" + query + platform, null)
            .within(PULL)
            .answeredBy(Shape.PROGRESS);
    Exchange exchange = engine.exchange(request);
    if (!(exchange instanceof Exchange.Answered answer) || !answer.good()) {
      return Failures.reply(request, exchange);
    }
    return answer
        .object()
        .text("error")
        .<Reply>map(error -> new Reply.Refused(Failures.rejected(call.api(), "Pull", error)))
        .orElseGet(() -> Sender.done(null));
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
