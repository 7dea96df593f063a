package dev.cairn.core.apply;

import dev.cairn.api.address.OperationId;
import dev.cairn.api.address.TypeName;
import dev.cairn.api.address.Uid;
import dev.cairn.api.plan.Action;
import dev.cairn.api.plan.StepKey;
import dev.cairn.api.provider.Session;
import dev.cairn.api.provider.Target;
import dev.cairn.api.resource.Ownership;
import dev.cairn.api.schema.TypeSchema;
import dev.cairn.api.value.Value;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One step under way on one object.
///
/// @param calls how many calls it declares
/// @param height how many steps wait for it, one after the other
/// @param since when it was started
/// @param until when its time is up
record Work(
    StepKey key,
    OperationId operation,
    Action action,
    TypeSchema schema,
    Session session,
    Slots slots,
    int calls,
    int height,
    Ownership ownership,
    Instant since,
    Instant until) {

  /// The same work with all of its time left: what was brought first took time of its own.
  Work startedAt(Instant now) {
    return new Work(
        key,
        operation,
        action,
        schema,
        session,
        slots,
        calls,
        height,
        ownership,
        now,
        now.plus(Duration.between(since, until)));
  }

  TypeName type() {
    return schema.type();
  }

  Uid uid() {
    return ownership.uid();
  }

  Target target(@Nullable String id, Value.Fields attributes, int call) {
    return new Target(id, attributes, ownership, action, call, calls);
  }
}
