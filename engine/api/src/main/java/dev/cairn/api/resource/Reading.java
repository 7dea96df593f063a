package dev.cairn.api.resource;

import dev.cairn.api.value.Value;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The only three answers of a read (semantics, section 2).
public sealed interface Reading {
  /// The object is there. `attributes` hold all that was read, in the type's normal form.
  record Present(String id, Value.Fields attributes, @Nullable Ownership ownership)
      implements Reading {
    public Present {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(attributes, "attributes");
    }
  }

  /// A complete, successful, paged read by id did not find it, so many times in a row.
  record Absent(int agreeingReads) implements Reading {}

  /// Nothing can be said, and so nothing may be done with it.
  record Unreadable(Failure why) implements Reading {
    public Unreadable {
      Objects.requireNonNull(why, "why");
    }
  }
}
