package dev.cairn.core.plan;

import dev.cairn.api.address.Address;
import dev.cairn.api.address.AttributeRef;
import dev.cairn.api.address.Path;
import dev.cairn.api.plan.Difference;
import dev.cairn.api.plan.Reason;
import dev.cairn.api.resource.Desired;
import dev.cairn.api.resource.RemoteObject;
import dev.cairn.api.schema.Attribute;
import dev.cairn.api.schema.Compare;
import dev.cairn.api.schema.Phase;
import dev.cairn.api.schema.Removal;
import dev.cairn.api.schema.Trait;
import dev.cairn.api.schema.TypeSchema;
import dev.cairn.api.value.Shape;
import dev.cairn.api.value.Value;
import dev.cairn.codec.Seal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The difference between what is desired of an object and what there is, for the attributes of one
/// phase (semantics, section 6).
final class Delta {
  private final Desired desired;
  private final RemoteObject object;
  private final Value.Fields recorded;
  private final Value.Fields actual;
  private final TypeSchema schema;
  private final Map<String, SortedSet<AttributeRef>> from;
  private final Origins origins;
  private final Seal seal;
  final List<Difference> differences = new ArrayList<>();
  final List<Reason> reasons = new ArrayList<>();

  /// What is said of the object and not changed on it: what is released, and edits of what is used
  /// at creation only.
  final List<Note> notes = new ArrayList<>();

  /// What is desired, with the defaults of what is no longer set.
  Value.Fields target;

  boolean replaces;

  /// Of what the record says something else than the stack, though reality has it already.
  final SortedSet<Path> amended = new TreeSet<>();

  /// Says of other resources what a reason needs.
  interface Origins {
    /// Whether the resource is made by this plan.
    boolean made(Address address);

    /// Whether the resource is made by this plan for the first time.
    boolean added(Address address);

    /// Whether an attribute is no longer what was recorded of it.
    boolean drifted(AttributeRef ref);
  }

  /// A difference that stays.
  record Note(Difference difference, Reason reason) {}

  /// @param recorded the attributes of `object`, marked
  /// @param actual what was observed of it, marked
  Delta(
      Desired desired,
      RemoteObject object,
      Value.Fields recorded,
      Value.Fields actual,
      TypeSchema schema,
      Map<String, SortedSet<AttributeRef>> from,
      Origins origins,
      Seal seal) {
    this.desired = desired;
    this.object = object;
    this.recorded = recorded;
    this.actual = actual;
    this.schema = schema;
    this.from = from;
    this.origins = origins;
    this.seal = seal;
    this.target = desired.attributes();
  }

  Delta compare(Phase phase) {
    Predicate<Path> inPhase = path -> phase(path) == phase;
    desired.set().stream().filter(inPhase).forEach(this::set);
    object.set().stream().filter(inPhase).filter(path -> !covered(path)).forEach(this::unset);
    desired.set().stream()
        .map(Path::attribute)
        .distinct()
        .filter(name -> inPhase.test(Path.of(name)))
        .forEach(this::extra);
    return this;
  }

  private Phase phase(Path path) {
    Attribute attribute = schema.attributes().get(path.attribute());
    return attribute == null ? Phase.CREATE : attribute.phase();
  }

  private boolean covered(Path path) {
    return desired.set().stream()
        .anyMatch(set -> (set.covers(path) && !ownsNothing(set)) || path.covers(set));
  }

  /// Whether it is a map of owned keys without any: what it had before goes, what others have put
  /// there stays.
  private boolean ownsNothing(Path set) {
    return mode(set) == Compare.OWNED_KEYS
        && desired.attributes().at(set).filter(Value.Fields.EMPTY::equals).isPresent();
  }

  private void set(Path path) {
    Value after = desired.attributes().at(path).orElse(Value.Fields.EMPTY);
    Compare mode = mode(path);
    Value was = recorded.at(path).orElse(null);
    if (!mode.compared()) {
      if (mode == Compare.INITIAL) {
        initial(path, after, was);
      }
      return;
    }
    boolean blind = trait(path, Trait.WRITE_ONLY);
    Value before = blind ? was : actual.at(path).orElse(null);
    boolean told =
        after.known() && (Comparison.recorded(after, was, seal) || satisfied(mode, after, was));
    if (after.known() && (blind ? told : Comparison.satisfied(mode, after, before))) {
      if (!object.set().contains(path) || !told || marks(path, after)) {
        amended.add(path);
      }
      return;
    }
    differ(path, before, after);
    reasons.add(reason(path, after, was, before, told));
  }

  /// What is used at creation only is recorded as the stack had it; an edit is said and recorded.
  private void initial(Path path, Value after, @Nullable Value was) {
    boolean told = object.set().contains(path) && Comparison.recorded(after, was, seal);
    if (after.known() && !told) {
      Value now = actual.at(path).orElse(null);
      if (Comparison.satisfied(Compare.STRICT, after, now)) {
        amended.add(path);
      } else {
        note(path, now, after, new Reason.CreationOnly(path, origin(path)));
      }
    }
  }

  private void note(Path path, @Nullable Value now, @Nullable Value after, Reason reason) {
    notes.add(new Note(new Difference(path, now, after), reason));
  }

  /// Whether the stack keeps secret what is recorded in clear.
  private boolean marks(Path path, Value after) {
    return after.sensitive() && object.attributes().at(path).filter(Value::sensitive).isEmpty();
  }

  private static boolean satisfied(Compare mode, Value wanted, @Nullable Value recorded) {
    return recorded != null && recorded.known() && Comparison.satisfied(mode, wanted, recorded);
  }

  private Reason reason(
      Path path, Value after, @Nullable Value was, @Nullable Value before, boolean told) {
    for (AttributeRef read : after.reads()) {
      if (origins.added(read.address())) {
        return new Reason.TargetAdded(path, read.address());
      }
      if (origins.made(read.address())) {
        return new Reason.TargetReplaced(path, read.address());
      }
    }
    if (told && object.set().contains(path)) {
      return new Reason.Drifted(path, was, before);
    }
    for (AttributeRef source : from.getOrDefault(path.attribute(), new TreeSet<>())) {
      if (origins.drifted(source)) {
        return new Reason.DriftedOutput(path, source);
      }
    }
    return new Reason.Edited(path, origin(path));
  }

  private dev.cairn.api.diagnostic.@Nullable SourceRange origin(Path path) {
    SortedMap<Path, dev.cairn.api.diagnostic.SourceRange> places = desired.origins();
    for (int length = path.keys().size(); length > 0; length--) {
      dev.cairn.api.diagnostic.SourceRange place =
          places.get(new Path(path.keys().subList(0, length)));
      if (place != null) {
        return place;
      }
    }
    return desired.origin();
  }

  /// A path that was set and is not any more: back to its default, our key out of a map, or
  /// released. Never silence where there is something.
  private void unset(Path path) {
    Attribute attribute = schema.at(path).orElse(null);
    Value before = (trait(path, Trait.WRITE_ONLY) ? recorded : actual).at(path).orElse(null);
    if (attribute == null || before == null) {
      amended.add(path);
      return;
    }
    Compare mode = mode(path);
    boolean keyOfMap = attribute.shape() instanceof Shape.MapOf && path.keys().size() > 1;
    if (!mode.compared()) {
      release(path, before, because(attribute));
    } else if (keyOfMap) {
      goes(path, before, null);
    } else {
      removed(path, before, mode, attribute.removal());
    }
  }

  /// Why nobody can know what an attribute that is released would go back to.
  static String because(Attribute attribute) {
    return attribute.removal() instanceof Removal.Released(String because)
        ? because
        : "compare says that it is not compared";
  }

  private void removed(Path path, Value before, Compare mode, Removal removal) {
    switch (removal) {
      case Removal.Never _ -> amended.add(path);
      case Removal.Released(String because) -> release(path, before, because);
      case Removal.To(Value standard) -> back(path, before, mode, standard);
      case Removal.Unset(String words, boolean anew) -> {
        goes(path, before, words);
        replaces |= anew;
      }
    }
  }

  private void back(Path path, Value before, Compare mode, Value standard) {
    if (Comparison.satisfied(mode, standard, before)) {
      amended.add(path);
    } else {
      target = Paths.put(target, path, standard);
      differ(path, before, standard);
      reasons.add(new Reason.Unset(path, null));
    }
  }

  private void goes(Path path, Value before, @Nullable String standard) {
    differ(path, before, null);
    reasons.add(new Reason.Unset(path, standard));
  }

  private void release(Path path, Value before, String because) {
    note(path, before, before, new Reason.Released(path, because));
  }

  /// What is said of an object that is replaced: what was used at its creation is used again, and
  /// what would stay on it goes with it.
  void anew() {
    for (Note note : notes) {
      Path path = note.difference().path();
      boolean released = note.reason() instanceof Reason.Released;
      differences.add(
          released ? new Difference(path, note.difference().before(), null) : note.difference());
      reasons.add(released ? new Reason.Unset(path, null) : new Reason.Edited(path, origin(path)));
    }
    notes.clear();
  }

  /// In a strict map, keys that nobody asked for are a difference too.
  private void extra(String name) {
    Attribute attribute = schema.attributes().get(name);
    Path path = Path.of(name);
    boolean whole =
        attribute != null
            && attribute.shape() instanceof Shape.MapOf
            && mode(path) == Compare.STRICT;
    if (!whole || !(desired.attributes().at(path).orElse(null) instanceof Value.Fields wanted)) {
      return;
    }
    actual
        .fields(name)
        .fields()
        .keySet()
        .forEach(key -> {
          Value value = actual.at(path.then(key)).orElse(null);
          if (!wanted.has(key) && !object.set().contains(path.then(key))) {
            differ(path.then(key), value, null);
            reasons.add(new Reason.Drifted(path.then(key), null, value));
          }
        });
  }

  private void differ(Path path, @Nullable Value before, @Nullable Value after) {
    differences.add(new Difference(path, before, after));
    replaces |= trait(path, Trait.IMMUTABLE);
  }

  private boolean trait(Path path, Trait trait) {
    for (int length = 1; length <= path.keys().size(); length++) {
      Attribute attribute = schema.at(new Path(path.keys().subList(0, length))).orElse(null);
      if (attribute != null && attribute.is(trait)) {
        return true;
      }
    }
    return false;
  }

  private Compare mode(Path path) {
    return desired.mode(path, schema);
  }
}
