package dev.cairn.api.provider;

import dev.cairn.api.resource.Failure;
import dev.cairn.api.resource.Ownership;
import dev.cairn.api.value.Value;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What a search found.
public sealed interface Listing {
  /// Every match, all pages.
  record Complete(List<Found> found) implements Listing {
    public Complete {
      found = List.copyOf(found);
    }
  }

  /// The search failed or is partial: it says nothing of what is not there.
  record Unanswered(Failure failure) implements Listing {
    public Unanswered {
      Objects.requireNonNull(failure, "failure");
    }
  }

  /// One match.
  record Found(
      String id,
      @Nullable Ownership ownership,
      @Nullable Instant createdAt,
      Value.Fields attributes) {
    public Found {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(attributes, "attributes");
    }
  }
}
