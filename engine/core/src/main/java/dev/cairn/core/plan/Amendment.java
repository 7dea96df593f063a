package dev.cairn.core.plan;

import dev.cairn.api.address.Path;
import dev.cairn.api.plan.Action;
import dev.cairn.api.plan.Difference;
import dev.cairn.api.plan.Reason;
import dev.cairn.api.plan.Step;
import dev.cairn.api.resource.Recorded;
import dev.cairn.api.resource.RemoteObject;
import dev.cairn.api.resource.Scope;
import dev.cairn.api.schema.Attribute;
import dev.cairn.api.schema.Compare;
import dev.cairn.api.schema.Home;
import dev.cairn.api.schema.TypeSchema;
import dev.cairn.api.value.Value;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What a step that changes a record alone says, told from the record as it is and as it will be.
final class Amendment {
  private final Draft draft;
  private final Recorded before;
  private final Recorded after;

  private Amendment(Draft draft, Recorded before, Recorded after) {
    this.draft = draft;
    this.before = before;
    this.after = after;
  }

  /// Gives the draft its reasons and notes.
  static void tell(Draft draft, Step.Amend amend) {
    Recorded before = amend.before();
    Recorded after = amend.after();
    draft.reasons.clear();
    draft.notes.clear();
    if (before != null && after != null) {
      RemoteObject was = before.current().orElse(null);
      RemoteObject will = after.current().orElse(null);
      new Amendment(draft, before, after).tell(was, will, amend.action());
    }
  }

  private void tell(@Nullable RemoteObject was, @Nullable RemoteObject will, Action action) {
    if (was != null && will != null) {
      if (!was.complete()) {
        draft.reasons.add(new Reason.Unfinished());
      }
      will.set().forEach(path -> set(path, was, will));
      if (reachedAnew(was, will.scope(), draft.schema)) {
        draft.reasons.add(new Reason.Unrecorded(Path.of("scope")));
      }
      was.set().stream().filter(path -> !covered(path, will)).forEach(path -> left(path, action));
    }
    if (!before.dependsOn().equals(after.dependsOn())) {
      draft.reasons.add(new Reason.Unrecorded(Path.of("dependsOn")));
    }
    if (!before.lifecycle().equals(after.lifecycle())) {
      draft.reasons.add(new Reason.Unrecorded(Path.of("lifecycle")));
    }
  }

  /// Whether the record has to learn how an object is reached: of one on a host it learns that from
  /// the host.
  static boolean reachedAnew(RemoteObject object, Scope now, TypeSchema schema) {
    return schema.home() != Home.HOST && now.settings().known() && !object.scope().equals(now);
  }

  private void set(Path path, RemoteObject was, RemoteObject will) {
    Value told = was.attributes().at(path).orElse(null);
    Value tells = will.attributes().at(path).orElse(null);
    if (was.set().contains(path) && Objects.equals(told, tells)) {
      return;
    }
    Value now = draft.actual().at(path).orElse(null);
    boolean initial =
        draft.schema.at(path).filter(one -> one.compare() == Compare.INITIAL).isPresent();
    if (initial && tells != null && !Comparison.satisfied(Compare.STRICT, tells, now)) {
      note(path, now, tells, new Reason.CreationOnly(path, null));
    } else {
      draft.reasons.add(new Reason.Unrecorded(path));
    }
  }

  /// What the stack no longer sets: released where the step says so and something is there.
  private void left(Path path, Action action) {
    Value now = draft.actual().at(path).orElse(null);
    Attribute attribute = draft.schema.at(path).orElse(null);
    if (action == Action.RELEASE && now != null && attribute != null) {
      note(path, now, now, new Reason.Released(path, Delta.because(attribute)));
    } else {
      draft.reasons.add(new Reason.Unrecorded(path));
    }
  }

  private void note(Path path, @Nullable Value now, @Nullable Value will, Reason reason) {
    draft.notes.add(new Delta.Note(new Difference(path, now, will), reason));
    draft.reasons.add(reason);
  }

  private static boolean covered(Path path, RemoteObject by) {
    return by.set().stream().anyMatch(set -> set.covers(path) || path.covers(set));
  }
}
