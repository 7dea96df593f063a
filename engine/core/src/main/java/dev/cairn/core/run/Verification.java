package dev.cairn.core.run;

import dev.cairn.api.address.Address;
import dev.cairn.api.diagnostic.Diagnostic;
import dev.cairn.api.plan.Change;
import dev.cairn.api.resource.ContentId;
import dev.cairn.api.resource.Observed;
import dev.cairn.api.resource.Recorded;
import dev.cairn.core.apply.Applied;
import dev.cairn.core.apply.Cancellation;
import dev.cairn.core.refresh.Refresh;
import dev.cairn.core.time.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Reads what an apply has touched and plans it again: there must be nothing left to do.
///
/// A difference counts once two reads in a row agree on it and services have had the time to show
/// what was changed.
final class Verification {
  private static final Duration LONGEST = Duration.ofSeconds(90);
  private static final Duration LAG = Duration.ofSeconds(30);
  private static final Duration BETWEEN = Duration.ofSeconds(2);

  private final Refresh refresh;
  private final Time time;
  private final Cancellation cancellation;

  Verification(Refresh refresh, Time time, Cancellation cancellation) {
    this.refresh = refresh;
    this.time = time;
    this.cancellation = cancellation;
  }

  /// @param observed what was found before the apply; stands for what was not touched
  /// @param replan the changes that a new plan has
  List<Diagnostic> verify(
      Applied applied,
      StackState state,
      SortedMap<Address, List<Observed>> observed,
      Function<SortedMap<Address, List<Observed>>, List<Change>> replan) {
    List<Recorded> touched = List.copyOf(applied.records().values());
    Instant start = time.now();
    SortedMap<Address, ContentId> last = new TreeMap<>();
    while (true) {
      SortedMap<Address, List<Observed>> now = new TreeMap<>(observed);
      now.keySet().retainAll(state.records().keySet());
      SortedMap<Address, List<Observed>> read =
          refresh.read(touched, Refresh.Hosts.recorded(state.records()));
      now.putAll(read);
      List<Diagnostic> left = left(replan.apply(now), applied);
      SortedMap<Address, ContentId> digests = digests(read);
      boolean settled = digests.equals(last) && !time.now().isBefore(start.plus(LAG));
      boolean late = !time.now().isBefore(start.plus(LONGEST));
      if (left.isEmpty() || settled || late || !cancellation.pause(time, BETWEEN)) {
        return left;
      }
      last = digests;
    }
  }

  private static List<Diagnostic> left(List<Change> changes, Applied applied) {
    return changes.stream()
        .filter(change -> applied.records().containsKey(change.address()))
        .map(change -> Problems.differs(change.address(), attributes(change)))
        .toList();
  }

  private static String attributes(Change change) {
    return change.differences().isEmpty()
        ? change.action().toString()
        : change.differences().stream()
            .map(difference -> difference.path().toString())
            .collect(Collectors.joining(", "));
  }

  private static SortedMap<Address, ContentId> digests(
      SortedMap<Address, List<Observed>> observed) {
    SortedMap<Address, ContentId> digests = new TreeMap<>();
    observed.forEach((address, all) -> digests.put(address, all.getLast().digest()));
    return digests;
  }
}
