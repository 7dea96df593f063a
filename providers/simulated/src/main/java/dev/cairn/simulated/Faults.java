package dev.cairn.simulated;

import dev.cairn.api.address.TypeName;
import dev.cairn.api.resource.Failure;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What goes wrong in a simulation. Which calls are hit depends on the seed, the object and the
/// attempt alone, not on the order in which threads arrive: a seed that finds a fault finds it
/// again.
///
/// @param latency of every call and read
/// @param throttled the share of mutating calls that is refused as too many, 0 to 1
/// @param lostBefore the share of mutating calls that is not carried out and not answered
/// @param lostAfter the share of mutating calls that is carried out and not answered
/// @param objectLag how long a new object is not seen by any read
/// @param tagLag how long a new object is not found by its ownership
/// @param refusals calls that are always refused
/// @param unreadable types of which no read is answered
public record Faults(
    long seed,
    Duration latency,
    double throttled,
    double lostBefore,
    double lostAfter,
    Duration objectLag,
    Duration tagLag,
    List<Refusal> refusals,
    SortedSet<TypeName> unreadable) {
  /// Nothing goes wrong.
  public static final Faults NONE =
      new Faults(
          0,
          Duration.ZERO,
          0,
          0,
          0,
          Duration.ZERO,
          Duration.ZERO,
          List.of(),
          Collections.emptySortedSet());

  public Faults {
    Objects.requireNonNull(latency, "latency");
    Objects.requireNonNull(objectLag, "objectLag");
    Objects.requireNonNull(tagLag, "tagLag");
    refusals = List.copyOf(refusals);
    unreadable = Collections.unmodifiableSortedSet(new TreeSet<>(unreadable));
  }

  /// A call that is refused.
  ///
  /// @param api as [dev.cairn.api.plan.Call#api()] has it; null for every call of the type
  public record Refusal(TypeName type, @Nullable String api, Failure.Kind kind) {
    public Refusal {
      Objects.requireNonNull(type, "type");
      Objects.requireNonNull(kind, "kind");
    }

    boolean hits(TypeName called, String name) {
      return type.equals(called) && (api == null || api.equals(name));
    }
  }

  public Faults seeded(long other) {
    return new Faults(
        other, latency, throttled, lostBefore, lostAfter, objectLag, tagLag, refusals, unreadable);
  }

  public Faults slow(Duration other) {
    return new Faults(
        seed, other, throttled, lostBefore, lostAfter, objectLag, tagLag, refusals, unreadable);
  }

  public Faults throttling(double share) {
    return new Faults(
        seed, latency, share, lostBefore, lostAfter, objectLag, tagLag, refusals, unreadable);
  }

  public Faults losing(double before, double after) {
    return new Faults(
        seed, latency, throttled, before, after, objectLag, tagLag, refusals, unreadable);
  }

  public Faults lagging(Duration objects, Duration tags) {
    return new Faults(
        seed, latency, throttled, lostBefore, lostAfter, objects, tags, refusals, unreadable);
  }

  public Faults refusing(Refusal... others) {
    return new Faults(
        seed,
        latency,
        throttled,
        lostBefore,
        lostAfter,
        objectLag,
        tagLag,
        List.of(others),
        unreadable);
  }

  public Faults blindTo(TypeName... types) {
    return new Faults(
        seed,
        latency,
        throttled,
        lostBefore,
        lostAfter,
        objectLag,
        tagLag,
        refusals,
        new TreeSet<>(List.of(types)));
  }
}
