package dev.cairn.docker.remote;

import dev.cairn.api.plan.Call;
import dev.cairn.api.provider.Reply;
import dev.cairn.api.value.Value;
import dev.cairn.docker.form.Platform;
import java.time.Duration;

/// The pull of an image, for itself or for a container that is made of it next.
record Pull(Engine engine) {
  private static final Duration LIMIT = Duration.ofMinutes(15);

  /// By id or by name: the API takes both.
  static Request inspect(String name) {
    return Request.get("docker:ImageInspect", "/images/" + Request.encoded(name) + "/json");
  }

  Reply send(Call call) {
    Value.Fields arguments = call.arguments();
    String name = arguments.text("fromImage").orElse("");
    if (arguments.flag("missing").orElse(false)
        && engine.exchange(inspect(name)) instanceof Exchange.Answered answer
        && answer.good()
        && of(answer.object(), arguments)) {
      return Sender.done(call.supply() == null ? answer.object().text("Id").orElse("") : null);
    }
    String query = "?fromImage=" + Request.encoded(name);
    String platform =
        arguments.text("platform").map(text -> "&platform=" + Request.encoded(text)).orElse("");
    Request request =
        Request.post(call.api(), "/images/create" + query + platform, null)
            .within(LIMIT)
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

  /// Whether an inspected image is of the platform that is wanted, where one is.
  static boolean of(Value.Fields image, Value.Fields wanted) {
    return wanted
        .text("platform")
        .map(platform ->
            Platform.matches(
                platform,
                image.text("Os").orElse(""),
                image.text("Architecture").orElse(""),
                image.text("Variant").orElse("")))
        .orElse(true);
  }
}
