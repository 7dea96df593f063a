package dev.cairn.core.apply;

import dev.cairn.api.provider.Listing.Found;
import dev.cairn.api.resource.Failure;
import dev.cairn.api.value.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a call has come to, once that is certain or will not become so.
sealed interface Sent {
  /// @param strays further objects that the same operation has made
  record Done(@Nullable String id, Value.Fields attributes, List<Found> strays) implements Sent {}

  /// @param undecided whether it may have been carried out all the same
  record Failed(Failure failure, boolean undecided) implements Sent {}
}
