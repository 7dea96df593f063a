package dev.cairn.api.resource;

import dev.cairn.api.value.Value;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The `lifecycle` of a resource. Recorded too: `protect` and `retain` hold until an apply has
/// recorded their removal.
///
/// @param retain forget instead of delete (`retainOnDelete`)
/// @param createBeforeDelete null where the type's own default holds
/// @param update `startFirst`, `stopFirst` or null
/// @param replaceOn values whose change replaces the object
public record Lifecycle(
    boolean protect,
    boolean retain,
    @Nullable Boolean createBeforeDelete,
    @Nullable String update,
    Value.Items replaceOn) {
  public static final Lifecycle NONE = new Lifecycle(false, false, null, null, Value.Items.EMPTY);

  public Lifecycle {
    Objects.requireNonNull(replaceOn, "replaceOn");
  }
}
