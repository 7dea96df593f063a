package dev.cairn.api.provider;

import dev.cairn.api.resource.Failure;
import dev.cairn.api.value.Value;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What became of one call.
public sealed interface Reply {
  /// It was carried out.
  ///
  /// @param id the id of the object where this call made it, else null
  /// @param attributes what the answer told of the object, in the type's normal form; may be empty
  record Done(@Nullable String id, Value.Fields attributes) implements Reply {
    public Done {
      Objects.requireNonNull(attributes, "attributes");
    }
  }

  /// It was refused, and nothing was changed.
  record Refused(Failure failure) implements Reply {
    public Refused {
      Objects.requireNonNull(failure, "failure");
    }
  }

  /// No definite answer: it may have been carried out. The engine looks before anything else.
  record Lost(Failure failure) implements Reply {
    public Lost {
      Objects.requireNonNull(failure, "failure");
    }
  }
}
