package dev.cairn.simulated.world;

import dev.cairn.api.address.OperationId;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Finds objects by key, by what they hold and by what they refer to, in constant time. Not
/// thread-safe.
final class Index {
  private final SortedMap<Place, SortedMap<String, SimulatedObject>> objects = new TreeMap<>();
  private final Map<Claim, ObjectKey> claims = new HashMap<>();
  private final Map<ObjectKey, SortedSet<ObjectKey>> referrers = new HashMap<>();
  private final SortedMap<Maker, Long> made = new TreeMap<>();
  private final Map<String, SortedSet<ObjectKey>> ids = new HashMap<>();
  private final Map<String, SortedSet<ObjectKey>> operations = new HashMap<>();
  private final Map<String, SortedSet<ObjectKey>> told = new HashMap<>();
  private int size;

  private record Claim(Place place, String text) {}

  /// An address that makes objects in a place.
  record Maker(Place place, String address) implements Comparable<Maker> {
    @Override
    public int compareTo(Maker other) {
      int byPlace = place.compareTo(other.place);
      return byPlace != 0 ? byPlace : address.compareTo(other.address);
    }
  }

  int size() {
    return size;
  }

  Optional<SimulatedObject> find(ObjectKey key) {
    return Optional.ofNullable(level(key.place()).get(key.id()));
  }

  List<SimulatedObject> in(Place place) {
    return List.copyOf(level(place).values());
  }

  Stream<SimulatedObject> objects() {
    return objects.values().stream().flatMap(level -> level.values().stream());
  }

  Optional<ObjectKey> holder(Place place, String claim) {
    return Optional.ofNullable(claims.get(new Claim(place, claim)));
  }

  /// The objects of an id, in any place.
  SortedSet<ObjectKey> named(String id) {
    return copy(ids.get(id));
  }

  /// What one operation has made.
  SortedSet<ObjectKey> madeBy(OperationId operation) {
    return copy(operations.get(operation.toString()));
  }

  boolean tells(String text) {
    return told.containsKey(text);
  }

  SortedSet<ObjectKey> referrers(ObjectKey key) {
    return copy(referrers.get(key));
  }

  SortedMap<Maker, Long> made() {
    return made;
  }

  long made(Place place, String address) {
    return made.getOrDefault(new Maker(place, address), 0L);
  }

  void made(Maker maker, long count) {
    made.merge(maker, count, Math::max);
  }

  void put(SimulatedObject object) {
    ObjectKey key = object.key();
    remove(key);
    objects.computeIfAbsent(key.place(), place -> new TreeMap<>()).put(key.id(), object);
    object.claims().forEach(claim -> claims.put(new Claim(key.place(), claim), key));
    object.references().forEach(other -> add(referrers, other, key));
    add(ids, key.id(), key);
    object.told().forEach(text -> add(told, text, key));
    operation(object).ifPresent(operation -> add(operations, operation, key));
    made(new Maker(key.place(), object.maker()), object.serial() + 1);
    size++;
  }

  void remove(ObjectKey key) {
    SimulatedObject object = level(key.place()).remove(key.id());
    if (object == null) {
      return;
    }
    object.claims().forEach(claim -> claims.remove(new Claim(key.place(), claim), key));
    object.references().forEach(other -> drop(referrers, other, key));
    drop(ids, key.id(), key);
    object.told().forEach(text -> drop(told, text, key));
    operation(object).ifPresent(operation -> drop(operations, operation, key));
    size--;
  }

  private static Optional<String> operation(SimulatedObject object) {
    return Optional.ofNullable(object.ownership()).map(owner -> owner.operation().toString());
  }

  private static <K> void add(Map<K, SortedSet<ObjectKey>> map, K at, ObjectKey key) {
    map.computeIfAbsent(at, k -> new TreeSet<>()).add(key);
  }

  private static <K> void drop(Map<K, SortedSet<ObjectKey>> map, K at, ObjectKey key) {
    SortedSet<ObjectKey> left = map.get(at);
    if (left != null && left.remove(key) && left.isEmpty()) {
      map.remove(at);
    }
  }

  private static SortedSet<ObjectKey> copy(@Nullable SortedSet<ObjectKey> keys) {
    return keys == null ? Collections.emptySortedSet() : new TreeSet<>(keys);
  }

  private SortedMap<String, SimulatedObject> level(Place place) {
    SortedMap<String, SimulatedObject> level = objects.get(place);
    return level == null ? new TreeMap<>() : level;
  }
}
