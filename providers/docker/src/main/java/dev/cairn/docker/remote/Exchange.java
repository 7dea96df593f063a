package dev.cairn.docker.remote;

import dev.cairn.api.value.Value;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What became of one request to an engine.
sealed interface Exchange {
  /// The engine answered.
  ///
  /// @param date the engine's clock, to the second; null where it does not say
  /// @param version of the API; null where the engine does not say
  record Answered(int status, Content body, @Nullable Instant date, @Nullable String version)
      implements Exchange {
    private static final int UNCHANGED = 304;

    /// With these, nothing was carried out, whoever says them.
    private static final Set<Integer> PLAIN = Set.of(401, 403, 429);

    /// What an engine cannot have said is no answer: whatever was sent may have been carried out,
    /// and whatever was asked is not known.
    static Exchange understood(Request request, Answered answered) {
      return answered.understood(request)
          ? answered
          : new Unanswered(
              true,
              Integer.toString(answered.status()),
              "what answers with HTTP status "
                  + answered.status()
                  + " does not speak as an engine");
    }

    private boolean understood(Request request) {
      return switch (status / 100) {
        case 2 -> request.shape().fits(body);
        case 3 -> status == UNCHANGED && !request.method().equals("GET");
        default -> PLAIN.contains(status) || message().isPresent();
      };
    }

    boolean good() {
      return status >= 200 && status < 400;
    }

    Value.Fields object() {
      return body.json().orElse(Value.Fields.EMPTY) instanceof Value.Fields fields
          ? fields
          : Value.Fields.EMPTY;
    }

    List<Value> list() {
      return body.json().orElse(Value.Items.EMPTY) instanceof Value.Items(List<Value> items)
          ? items
          : List.of();
    }

    /// The engine's own words in an error.
    Optional<String> message() {
      return object().text("message");
    }
  }

  /// No answer, or not all of it.
  ///
  /// @param reached false where the request certainly never came to the engine
  /// @param code what kind of trouble, in one word
  record Unanswered(boolean reached, String code, String text) implements Exchange {}
}
