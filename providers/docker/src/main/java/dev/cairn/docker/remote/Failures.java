package dev.cairn.docker.remote;

import dev.cairn.api.address.Path;
import dev.cairn.api.provider.Reply;
import dev.cairn.api.resource.Failure;
import dev.cairn.api.resource.Failure.Kind;
import dev.cairn.api.value.Value;
import dev.cairn.docker.form.Known;
import dev.cairn.docker.remote.Exchange.Answered;
import dev.cairn.docker.remote.Exchange.Unanswered;
import dev.cairn.docker.type.Api;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Failures from what the engine answered. They are decided on the HTTP status and the call alone.
final class Failures {
  private static final Set<String> NAMING =
      Set.of(Api.CONTAINER_CREATE, Api.CONTAINER_RENAME, Api.NETWORK_CREATE, Api.VOLUME_CREATE);

  private Failures() {}

  /// Why a read said nothing.
  static Failure of(Request request, Exchange exchange) {
    return switch (exchange) {
      case Answered answered -> refusal(request, answered, Kind.UNAVAILABLE);
      case Unanswered silence -> silence(request, silence);
    };
  }

  /// What an exchange that did not go well means for a mutating call. An engine that answers with a
  /// message has refused it, also with a status of 500: a port that is taken, a device that is not
  /// there. Without one it is no answer: somebody between may have spoken.
  static Reply reply(Request request, Exchange exchange) {
    return switch (exchange) {
      case Answered answered -> new Reply.Refused(refusal(request, answered, Kind.REJECTED));
      case Unanswered silence ->
          silence.reached()
              ? new Reply.Lost(silence(request, silence))
              : new Reply.Refused(silence(request, silence));
    };
  }

  static Failure rejected(String call, String code, String text) {
    return new Failure(Kind.REJECTED, call, code, null, null, text);
  }

  /// An answer to a creation that does not name what was made.
  static Failure nameless(Request request) {
    return new Failure(
        Kind.UNAVAILABLE, request.call(), "NoId", null, null, "the answer holds no id");
  }

  private static Failure silence(Request request, Unanswered silence) {
    Kind kind = silence.code().equals("Endpoint") ? Kind.REJECTED : Kind.UNAVAILABLE;
    return new Failure(kind, request.call(), silence.code(), null, null, silence.text());
  }

  private static Failure refusal(Request request, Answered answered, Kind serverError) {
    return new Failure(
        kind(request.call(), answered.status(), serverError),
        request.call(),
        Integer.toString(answered.status()),
        null,
        at(request.call(), answered.status()),
        answered.message().orElse("HTTP status " + answered.status()));
  }

  private static Kind kind(String call, int status, Kind serverError) {
    return switch (status) {
      case 401 -> Kind.DENIED;
      // the engine's word for networks that are in use or already connected
      case 403 -> call.startsWith("docker:Network") ? Kind.CONFLICT : Kind.DENIED;
      case 404 -> Kind.NOT_FOUND;
      case 409 -> NAMING.contains(call) ? Kind.EXISTS : Kind.CONFLICT;
      case 429 -> Kind.THROTTLED;
      case 502, 503, 504 -> Kind.UNAVAILABLE;
      default -> status >= 500 ? serverError : Kind.REJECTED;
    };
  }

  private static @Nullable Path at(String call, int status) {
    return switch (status) {
      case 404 -> call.equals(Api.CONTAINER_CREATE) ? Path.of("image") : null;
      case 409 -> NAMING.contains(call) ? Path.of("name") : null;
      default -> null;
    };
  }

  /// The texts of sensitive values replaced, for words that are not ours.
  static String redacted(String text, Value secrets) {
    return switch (secrets) {
      case Value.Sensitive(Value inner, var ignored) -> {
        String secret = Known.scalar(inner);
        yield secret == null || secret.isBlank() ? text : text.replace(secret, "(sensitive)");
      }
      case Value.Fields fields ->
          fields.fields().values().stream().reduce(text, Failures::redacted, (a, b) -> b);
      case Value.Items items ->
          items.items().stream().reduce(text, Failures::redacted, (a, b) -> b);
      default -> text;
    };
  }
}
