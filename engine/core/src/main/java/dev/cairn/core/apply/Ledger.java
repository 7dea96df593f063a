package dev.cairn.core.apply;

import dev.cairn.api.address.Address;
import dev.cairn.api.address.AttributeRef;
import dev.cairn.api.address.Path;
import dev.cairn.api.plan.StepKey;
import dev.cairn.api.resource.Failure;
import dev.cairn.api.resource.Recorded;
import dev.cairn.api.value.Value;
import dev.cairn.core.apply.Applied.End;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What a run has brought about so far. Thread-safe.
final class Ledger {
  private final Map<Address, Value.Fields> published = new HashMap<>();
  private final Set<String> made = new HashSet<>();
  private final SortedMap<Address, Recorded> records = new TreeMap<>();
  private final SortedSet<Address> removed = new TreeSet<>();
  private final SortedMap<StepKey, Value.Fields> learned = new TreeMap<>();
  private final Set<StepKey> begun = new HashSet<>();
  private final SortedSet<StepKey> done = new TreeSet<>();
  private final SortedSet<StepKey> omitted = new TreeSet<>();
  private final SortedMap<StepKey, Failure> failures = new TreeMap<>();
  private final SortedMap<StepKey, StepKey> skipped = new TreeMap<>();
  private final SortedSet<StepKey> undecided = new TreeSet<>();
  private final SortedSet<Address> strays = new TreeSet<>();

  /// The record at an address: as this run has left it, else as the plan knows it.
  synchronized Optional<Recorded> base(Address address, @Nullable Recorded before) {
    if (removed.contains(address)) {
      return Optional.empty();
    }
    return Optional.ofNullable(records.getOrDefault(address, before));
  }

  synchronized void record(Address address, @Nullable Recorded after) {
    if (after == null) {
      records.remove(address);
      removed.add(address);
    } else {
      records.put(address, after);
      removed.remove(address);
    }
  }

  /// A record has moved away, or is forgotten; unless another has moved in meanwhile.
  synchronized void leave(Address address) {
    if (!records.containsKey(address)) {
      removed.add(address);
    }
  }

  /// From now on references to the resource find these attributes.
  synchronized void publish(Address address, Value.Fields attributes) {
    published.put(address, attributes);
  }

  synchronized Optional<Value> published(AttributeRef ref) {
    Value.Fields attributes = published.get(ref.address());
    if (attributes == null) {
      return Optional.empty();
    }
    return ref.path().equals(Path.ROOT) ? Optional.of(attributes) : attributes.at(ref.path());
  }

  synchronized void made(String id) {
    made.add(id);
  }

  /// Whether a text is, anywhere in the value, the id of an object that this run has made.
  synchronized boolean mentionsMade(Value value) {
    return switch (value) {
      case Value.Text text -> made.contains(text.text());
      case Value.Sensitive sensitive -> mentionsMade(sensitive.inner());
      case Value.Items list -> list.items().stream().anyMatch(this::mentionsMade);
      case Value.Fields map -> map.fields().values().stream().anyMatch(this::mentionsMade);
      case Value.Whole ignored -> false;
      case Value.Decimal ignored -> false;
      case Value.Flag ignored -> false;
      case Value.Ref ignored -> false;
      case Value.Unknown ignored -> false;
    };
  }

  synchronized void learn(StepKey step, Value.Fields content) {
    learned.put(step, content);
  }

  /// @return whether the step had not begun before
  synchronized boolean begin(StepKey step) {
    return begun.add(step);
  }

  synchronized boolean begun(StepKey step) {
    return begun.contains(step);
  }

  synchronized void done(StepKey step) {
    done.add(step);
  }

  synchronized void omitted(StepKey step) {
    omitted.add(step);
  }

  synchronized void failed(StepKey step, Failure failure) {
    failures.put(step, failure);
  }

  synchronized void skipped(StepKey step, StepKey because) {
    skipped.put(step, because);
  }

  synchronized void undecided(StepKey step) {
    undecided.add(step);
  }

  synchronized void stray(Address address) {
    strays.add(address);
  }

  synchronized Applied applied(End end, List<StepKey> leftOver) {
    return new Applied(
        end,
        records,
        removed,
        learned,
        done,
        omitted,
        failures,
        skipped,
        new TreeSet<>(leftOver),
        undecided,
        strays);
  }
}
