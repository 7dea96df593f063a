package dev.cairn.docker.remote;

import dev.cairn.api.plan.Action;
import dev.cairn.api.plan.Call;
import dev.cairn.api.provider.Reply;
import dev.cairn.api.provider.Target;
import dev.cairn.api.value.Value;
import dev.cairn.docker.form.Known;
import dev.cairn.docker.form.Span;
import dev.cairn.docker.type.Api;
import java.time.Duration;

/// The mutating calls of containers.
final class ContainerCalls {
  private static final Duration GRACE = Duration.ofSeconds(10);
  private static final Duration MARGIN = Duration.ofSeconds(50);

  private final Engine engine;

  ContainerCalls(Engine engine) {
    this.engine = engine;
  }

  Reply send(Call call, Target target) {
    return switch (call.api()) {
      case Api.CONTAINER_CREATE -> create(call, target);
      case Api.NETWORK_CONNECT -> connect(call, target);
      case Api.CONTAINER_START -> act(call, target, "start");
      case Api.CONTAINER_UNPAUSE -> act(call, target, "unpause");
      case Api.CONTAINER_STOP -> patient(call, target, "stop");
      case Api.CONTAINER_RESTART -> patient(call, target, "restart");
      case Api.CONTAINER_RENAME -> rename(call, target);
      case Api.CONTAINER_UPDATE ->
          Sender.act(engine, Request.post(call.api(), path(target, "update"), call.arguments()));
      case Api.CONTAINER_DELETE -> delete(call, target);
      default -> throw new IllegalArgumentException("no call of containers: " + call.api());
    };
  }

  private static String path(Target target, String action) {
    return "/containers/" + Request.encoded(target.existing()) + "/" + action;
  }

  private Reply create(Call call, Target target) {
    Value.Fields arguments = call.arguments();
    StringBuilder query = new StringBuilder();
    for (String name : new String[] {"name", "platform"}) {
      arguments
          .text(name)
          .ifPresent(text ->
              query
                  .append(query.isEmpty() ? '?' : '&')
                  .append(name)
                  .append('=')
                  .append(Request.encoded(text)));
    }
    Value.Fields body =
        endpoint(
            arguments.without("name").without("platform").without("EndpointConfig"), arguments);
    return Sender.create(
        engine,
        Request.post(
            call.api(), "/containers/create" + query, Labels.owned(body, target.ownership())),
        "Id");
  }

  private static Value.Fields endpoint(Value.Fields body, Value.Fields arguments) {
    String network = arguments.fields("HostConfig").text("NetworkMode").orElse("");
    if (!arguments.has("EndpointConfig")) {
      return body;
    }
    return body.with(
        "NetworkingConfig",
        Value.Fields.of(
            "EndpointsConfig", Value.Fields.of(network, arguments.fields("EndpointConfig"))));
  }

  /// Connecting twice is refused by the engine; where the container turns out to be connected, the
  /// call was carried out before.
  private Reply connect(Call call, Target target) {
    String network = call.arguments().text("Network").orElse("");
    Request request =
        Request.post(
            call.api(),
            "/networks/" + Request.encoded(network) + "/connect",
            call.arguments().without("Network").with("Container", Value.text(target.existing())));
    Exchange exchange = engine.exchange(request);
    if (exchange instanceof Exchange.Answered answer) {
      if (answer.good() || (answer.status() == 403 && connected(target.existing(), network))) {
        return Sender.done(null);
      }
    }
    return Failures.reply(request, exchange);
  }

  private boolean connected(String container, String network) {
    Request inspect = Request.get("docker:ContainerInspect", "/containers/" + container + "/json");
    return engine.exchange(inspect) instanceof Exchange.Answered answer
        && answer.good()
        && answer.object().fields("NetworkSettings").fields("Networks").fields().entrySet().stream()
            .anyMatch(entry ->
                entry.getKey().equals(network)
                    || Known.fields(entry.getValue())
                        .text("NetworkID")
                        .filter(network::equals)
                        .isPresent());
  }

  private Reply act(Call call, Target target, String action) {
    return Sender.act(engine, Request.post(call.api(), path(target, action), null));
  }

  /// A stop takes as long as the container's grace period; one that is gone has stopped.
  private Reply patient(Call call, Target target, String action) {
    Duration grace = target.attributes().get("stopGracePeriod").flatMap(Span::parse).orElse(GRACE);
    Request request =
        Request.post(call.api(), path(target, action), null).within(grace.plus(MARGIN));
    Exchange exchange = engine.exchange(request);
    boolean done =
        exchange instanceof Exchange.Answered answer
            && (answer.good() || (answer.status() == 404 && target.action() == Action.DELETE));
    return done ? Sender.done(null) : Failures.reply(request, exchange);
  }

  private Reply rename(Call call, Target target) {
    String name = call.arguments().text("name").orElse("");
    return Sender.act(
        engine,
        Request.post(call.api(), path(target, "rename") + "?name=" + Request.encoded(name), null));
  }

  private Reply delete(Call call, Target target) {
    boolean force = call.arguments().flag("force").orElse(false);
    boolean volumes = call.arguments().flag("v").orElse(false);
    return Sender.act(
        engine,
        Request.delete(
            call.api(), "/containers/" + target.existing() + "?force=" + force + "&v=" + volumes));
  }
}
