package dev.cairn.docker.remote;

import dev.cairn.api.provider.Reply;
import dev.cairn.api.value.Value;
import org.jspecify.annotations.Nullable;

/// Sends one mutating request, once.
final class Sender {
  private Sender() {}

  /// Sends a request that makes an object.
  ///
  /// @param id the field of the answer that has its id
  static Reply create(Engine engine, Request request, String id) {
    Exchange exchange = engine.exchange(request.answeredBy(Shape.OBJECT));
    return exchange instanceof Exchange.Answered answer && answer.good()
        ? answer
            .object()
            .text(id)
            .<Reply>map(Sender::done)
            .orElseGet(() -> new Reply.Lost(Failures.nameless(request)))
        : Failures.reply(request, exchange);
  }

  /// Sends a request on an object that exists. 304, "it is so already", is done.
  static Reply act(Engine engine, Request request) {
    Exchange exchange = engine.exchange(request);
    return exchange instanceof Exchange.Answered answer && answer.good()
        ? done(null)
        : Failures.reply(request, exchange);
  }

  static Reply done(@Nullable String id) {
    return new Reply.Done(id, Value.Fields.EMPTY);
  }
}
