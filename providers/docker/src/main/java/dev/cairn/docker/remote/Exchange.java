package dev.cairn.docker.remote;

import dev.cairn.api.value.Value;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What became of one request to an engine.
sealed interface Exchange {
  /// The engine answered.
  ///
  /// @param date the engine's clock, to the second; null where it does not say
  /// @param version of the API; null where the engine does not say
  record Answered(int status, Content body, @Nullable Instant date, @Nullable String version)
      implements Exchange {
    boolean good() {
      return status >= 200 && status < 400;
    }

    Value.Fields object() {
      return Json.read(body.bytes()).orElse(Value.Fields.EMPTY) instanceof Value.Fields fields
          ? fields
          : Value.Fields.EMPTY;
    }

    List<Value> list() {
      return Json.read(body.bytes()).orElse(Value.Items.EMPTY)
              instanceof Value.Items(List<Value> items)
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
