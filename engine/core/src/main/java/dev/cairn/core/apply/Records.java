package dev.cairn.core.apply;

import dev.cairn.api.address.Address;
import dev.cairn.api.address.OperationId;
import dev.cairn.api.address.Path;
import dev.cairn.api.address.Uid;
import dev.cairn.api.provider.Listing.Found;
import dev.cairn.api.resource.Desired;
import dev.cairn.api.resource.Recorded;
import dev.cairn.api.resource.RemoteObject;
import dev.cairn.api.resource.RemoteObject.Role;
import dev.cairn.api.resource.Scope;
import dev.cairn.api.schema.TypeSchema;
import dev.cairn.api.state.Intent;
import dev.cairn.core.schema.Catalog;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/// Makes the records that steps lead to. Pure: an apply and the recovery of a dead one make the
/// same.
public final class Records {
  private final Catalog catalog;
  private final Intent intent;

  public Records(Catalog catalog, Intent intent) {
    this.catalog = catalog;
    this.intent = intent;
  }

  /// The id of the instance that a creating step works for.
  public Uid uid(Address address, @Nullable Recorded base) {
    Uid given = intent.uids().get(address);
    if (base != null) {
      return base.uid();
    }
    if (given == null) {
      throw new IllegalArgumentException("the intent gives no id to " + address);
    }
    return given;
  }

  /// The record with a new current object. The one that was current is deposed where the plan is
  /// going to delete it; else the plan has seen that it is gone.
  ///
  /// @param desired with its unknowns resolved
  public Recorded created(
      Desired desired, Uid uid, @Nullable Recorded base, RemoteObject object, Set<String> deleted) {
    List<RemoteObject> objects = new ArrayList<>();
    if (base != null) {
      base.objects().stream()
          .filter(other -> !other.id().equals(object.id()))
          .filter(other -> other.role() != Role.CURRENT || deleted.contains(other.id()))
          .map(other -> other.role() == Role.CURRENT ? other.as(Role.DEPOSED) : other)
          .forEach(objects::add);
    }
    objects.addFirst(object);
    return record(desired, base == null ? uid : base.uid(), base, objects);
  }

  /// The record with one of its objects changed. Its role is the one that it has now: it may have
  /// been deposed meanwhile, and then the resource is what its new object is.
  public Recorded updated(Desired desired, Recorded base, RemoteObject changed) {
    List<RemoteObject> objects =
        base.objects().stream()
            .map(object -> object.id().equals(changed.id()) ? changed.as(object.role()) : object)
            .toList();
    boolean current =
        objects.stream()
            .anyMatch(object -> object.role() == Role.CURRENT && object.id().equals(changed.id()));
    return current
        ? record(desired, base.uid(), base, objects)
        : stamped(base, base.uid(), objects);
  }

  /// The record without an object; empty where that was its last.
  public Optional<Recorded> without(Recorded base, String id) {
    List<RemoteObject> left =
        base.objects().stream().filter(object -> !object.id().equals(id)).toList();
    return left.isEmpty() ? Optional.empty() : Optional.of(stamped(base, base.uid(), left));
  }

  /// The record with further objects that one operation has made.
  public Recorded strayed(
      Recorded base, List<Found> strays, Scope scope, OperationId operation, SortedSet<Path> set) {
    List<RemoteObject> objects = new ArrayList<>(base.objects());
    strays.stream()
        .filter(stray -> base.objects().stream().noneMatch(one -> one.id().equals(stray.id())))
        .map(stray ->
            new RemoteObject(
                Role.STRAY, stray.id(), scope, operation, stray.attributes(), set, true))
        .forEach(objects::add);
    return stamped(base, base.uid(), objects);
  }

  /// A record that the plan itself gives, as this run writes it.
  ///
  /// @param before as the plan knew it
  /// @param now as other steps of this run have left it: what they have made, changed or deleted
  ///   stays so
  public Recorded amended(@Nullable Recorded before, @Nullable Recorded now, Recorded after) {
    Uid given = before == null ? intent.uids().get(after.address()) : null;
    return stamped(
        after,
        given == null ? after.uid() : given,
        before == null || now == null ? after.objects() : merged(before, now, after));
  }

  private static List<RemoteObject> merged(Recorded before, Recorded now, Recorded after) {
    Map<String, RemoteObject> were = byId(before);
    Map<String, RemoteObject> amended = byId(after);
    List<RemoteObject> objects = new ArrayList<>();
    for (RemoteObject object : now.objects()) {
      if (!object.equals(were.get(object.id()))) {
        objects.add(object);
      } else if (amended.containsKey(object.id())) {
        objects.add(amended.get(object.id()));
      }
    }
    after.objects().stream().filter(object -> !were.containsKey(object.id())).forEach(objects::add);
    return objects;
  }

  private static Map<String, RemoteObject> byId(Recorded record) {
    Map<String, RemoteObject> objects = new LinkedHashMap<>();
    record.objects().forEach(object -> objects.put(object.id(), object));
    return objects;
  }

  private Recorded record(
      Desired desired, Uid uid, @Nullable Recorded base, List<RemoteObject> objects) {
    return new Recorded(
        desired.address(),
        uid,
        desired.type(),
        catalog.schema(desired.type()).map(TypeSchema::version).orElse(1),
        objects,
        desired.dependsOn(),
        desired.lifecycle(),
        base == null ? null : base.placement(),
        intent.run(),
        intent.plan().header().sourceCommit());
  }

  private Recorded stamped(Recorded record, Uid uid, List<RemoteObject> objects) {
    return new Recorded(
        record.address(),
        uid,
        record.type(),
        record.schemaVersion(),
        objects,
        record.dependsOn(),
        record.lifecycle(),
        record.placement(),
        intent.run(),
        intent.plan().header().sourceCommit());
  }
}
