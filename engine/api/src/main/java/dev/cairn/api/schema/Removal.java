package dev.cairn.api.schema;

import dev.cairn.api.value.Value;
import java.util.Objects;

/// What it means that a stack no longer sets an attribute (semantics, section 6).
public sealed interface Removal {
  /// It cannot be removed: it is required, only the provider sets it, or it is an object whose own
  /// attributes say it.
  record Never() implements Removal {}

  /// It goes back to the API's own value.
  record To(Value value) implements Removal {
    public To {
      Objects.requireNonNull(value, "value");
    }
  }

  /// It goes back to what an object has that was made without it, and that has no value of its own
  /// in the schema: an image's command.
  ///
  /// @param words what that is, for people
  /// @param anew whether the API cannot take it away from an object that exists: it is replaced
  record Unset(String words, boolean anew) implements Removal {
    public Unset {
      Objects.requireNonNull(words, "words");
    }
  }

  /// It stays on the object as it is, and is no longer managed.
  ///
  /// @param because why nobody can know what it would go back to
  record Released(String because) implements Removal {
    public Released {
      Objects.requireNonNull(because, "because");
    }
  }
}
