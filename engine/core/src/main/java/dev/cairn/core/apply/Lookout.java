package dev.cairn.core.apply;

import dev.cairn.api.address.Path;
import dev.cairn.api.diagnostic.DiagnosticException;
import dev.cairn.api.event.Event;
import dev.cairn.api.plan.Repeat;
import dev.cairn.api.provider.Listing;
import dev.cairn.api.provider.Listing.Found;
import dev.cairn.api.provider.Target;
import dev.cairn.api.resource.Failure;
import dev.cairn.api.resource.Failure.Kind;
import dev.cairn.api.resource.OwnershipQuery;
import dev.cairn.api.schema.Exclusive;
import dev.cairn.api.schema.Identity;
import dev.cairn.api.value.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Looks for an object whose creation got no answer, until two looks in a row agree; that there is
/// none is believed only after longer than tags and lists lag.
final class Lookout {
  private static final Comparator<Found> OLDEST =
      Comparator.comparing(
              Found::createdAt, Comparator.nullsLast(Comparator.<Instant>naturalOrder()))
          .thenComparing(Found::id);

  private final Run run;
  private final Work work;
  private @Nullable Failure unanswered;

  Lookout(Run run, Work work) {
    this.run = run;
    this.work = work;
  }

  /// What there is to see.
  sealed interface Sight {
    /// @param first the object, the oldest where there are several
    record Found(Listing.Found first, List<Listing.Found> others) implements Sight {}

    record Nothing() implements Sight {}

    /// The looks do not agree, or nobody answers.
    ///
    /// @param last what the last look that had no answer says; null where every look had one
    record Unclear(@Nullable Failure last) implements Sight {}
  }

  Sight look(Target target, Repeat repeat) {
    Instant since = run.now();
    Instant until = since.plus(run.means.patience().lookLimit());
    List<Found> last = null;
    while (run.now().isBefore(until) && run.pause(run.means.patience().look())) {
      List<Found> seen = seen(target, repeat);
      if (seen != null && last != null && ids(seen).equals(ids(last)) && ripe(seen, since)) {
        return seen.isEmpty()
            ? new Sight.Nothing()
            : new Sight.Found(seen.getFirst(), seen.subList(1, seen.size()));
      }
      run.tell(
          new Event.Waiting(
              work.key(), "sight of its object", since, until, seen == null ? "" : "" + ids(seen)));
      last = seen;
    }
    return new Sight.Unclear(unanswered);
  }

  private boolean ripe(List<Found> seen, Instant since) {
    Duration waited = Duration.between(since, run.now());
    return !seen.isEmpty() || waited.compareTo(run.means.patience().notFound()) >= 0;
  }

  private static List<String> ids(List<Found> found) {
    return found.stream().map(Found::id).toList();
  }

  private @Nullable List<Found> seen(Target target, Repeat repeat) {
    Listing listing = work.slots().in(work.height(), () -> ask(target, repeat));
    return switch (listing) {
      case Listing.Complete complete ->
          complete.found().stream().filter(this::ours).sorted(OLDEST).toList();
      case Listing.Unanswered none -> {
        unanswered = none.failure();
        if (run.heed(none.failure()).kind() == Kind.THROTTLED) {
          work.slots().throttled();
        }
        yield null;
      }
    };
  }

  /// A provider that throws has answered nothing.
  private Listing ask(Target target, Repeat repeat) {
    try {
      return find(target, repeat);
    } catch (DiagnosticException inWords) {
      throw inWords;
    } catch (RuntimeException e) {
      return new Listing.Unanswered(Failures.thrown("look", work.type(), e));
    }
  }

  private Listing find(Target target, Repeat repeat) {
    return repeat == Repeat.FIND_BY_NATURAL_KEY
        ? work.session().findByNaturalKey(work.type(), key(target.attributes()))
        : work.session()
            .findByOwnership(
                work.type(), new OwnershipQuery(work.ownership().lineage(), work.operation()));
  }

  /// An object with ownership is ours only with our operation; one without is told by its key
  /// alone.
  private boolean ours(Found found) {
    return found.ownership() == null
        || (found.ownership().operation().equals(work.operation())
            && found.ownership().lineage().equals(work.ownership().lineage()));
  }

  private Value.Fields key(Value.Fields attributes) {
    Value.Fields key = Value.Fields.EMPTY;
    for (Path path : keyPaths()) {
      Value value = attributes.at(path).orElse(null);
      key = value == null ? key : key.with(path.attribute(), value);
    }
    return key;
  }

  private List<Path> keyPaths() {
    if (work.schema().identity() instanceof Identity.Natural(List<Path> key)) {
      return key;
    }
    List<Path> paths = new ArrayList<>();
    for (Exclusive exclusive : work.schema().exclusive().stream().limit(1).toList()) {
      paths.addAll(exclusive.key());
      paths.addAll(exclusive.within());
    }
    return paths;
  }
}
