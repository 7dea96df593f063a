package dev.cairn.core.refresh;

import dev.cairn.api.address.Address;
import dev.cairn.api.address.Path;
import dev.cairn.api.event.Event;
import dev.cairn.api.resource.Observed;
import dev.cairn.api.resource.Reading;
import dev.cairn.api.resource.Recorded;
import dev.cairn.api.resource.RemoteObject;
import dev.cairn.api.resource.Scope;
import dev.cairn.api.schema.Compare;
import dev.cairn.core.provider.Sessions;
import dev.cairn.core.time.Time;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Reads every recorded object: hosts before what is on them, which is looked for where its host is
/// now.
public final class Refresh {
  private final Sessions sessions;
  private final Batches batches;
  private final Function<Address, SortedMap<Path, Compare>> modes;

  /// @param modes how the attributes of a resource are compared, where the stack says so
  public Refresh(
      Sessions sessions,
      Time time,
      Event.Sink events,
      Function<Address, SortedMap<Path, Compare>> modes) {
    this.sessions = sessions;
    this.modes = modes;
    this.batches = new Batches(sessions, time, events);
  }

  /// Tells how hosts are reached now; of one that it does not tell, the record does.
  @FunctionalInterface
  public interface Hosts {
    /// @param soFar what has been read of objects that are on no host
    Map<Address, Scope> reached(SortedMap<Address, List<Observed>> soFar);

    /// As they are recorded.
    static Hosts recorded(Map<Address, Recorded> records) {
      Map<Address, Scope> reached = new HashMap<>();
      records.forEach((address, record) ->
          record
              .current()
              .map(RemoteObject::scope)
              .filter(scope -> address.equals(scope.host()))
              .ifPresent(scope -> reached.put(address, scope)));
      return soFar -> reached;
    }
  }

  /// Reads all objects of all records. What is on a host that cannot be read is as unknown as the
  /// host; where another machine is in the host's place, it is gone.
  ///
  /// @return the observations of each record, in the order of its objects
  public SortedMap<Address, List<Observed>> read(Collection<Recorded> records, Hosts hosts) {
    List<ObjectRead> all = ObjectRead.all(records);
    SortedMap<Integer, Observed> observed = new TreeMap<>();
    read(all.stream().filter(ObjectRead::inAccount).toList(), observed);
    if (observed.size() < all.size()) {
      Map<Address, Scope> reached = hosts.reached(byAddress(observed));
      read(
          all.stream()
              .filter(ObjectRead::isHost)
              .map(host -> host.in(reached.getOrDefault(host.host(), host.scope())))
              .toList(),
          observed);
      hosted(all, new LiveHosts(reached, byAddress(observed)), observed);
    }
    return byAddress(observed);
  }

  private void hosted(
      List<ObjectRead> all, LiveHosts hosts, SortedMap<Integer, Observed> observed) {
    List<ObjectRead> asked = new ArrayList<>();
    for (ObjectRead one : all) {
      if (!one.inAccount() && !one.isHost()) {
        ObjectRead live = one.in(hosts.scope(one.scope()));
        Reading known = hosts.told(live);
        if (known == null) {
          asked.add(live);
        } else {
          observed.put(one.number(), observed(live, known));
        }
      }
    }
    read(asked, observed);
  }

  private void read(List<ObjectRead> objects, SortedMap<Integer, Observed> observed) {
    batches.read(objects, (one, reading) -> observed.put(one.number(), observed(one, reading)));
  }

  private Observed observed(ObjectRead one, Reading reading) {
    return one.observed(reading, sessions, modes.apply(one.record().address()));
  }

  private static SortedMap<Address, List<Observed>> byAddress(
      SortedMap<Integer, Observed> observed) {
    SortedMap<Address, List<Observed>> all = new TreeMap<>();
    observed
        .values()
        .forEach(one -> all.computeIfAbsent(one.address(), _ -> new ArrayList<>()).add(one));
    return all;
  }

  /// What is known of hosts before anything on them is read.
  ///
  /// @param observed what was read of those that are recorded
  private record LiveHosts(
      Map<Address, Scope> reached, SortedMap<Address, List<Observed>> observed) {
    /// Where an object that is recorded in a scope is now.
    Scope scope(Scope recorded) {
      Observed host = host(recorded);
      return host != null ? host.scope() : reached.getOrDefault(recorded.host(), recorded);
    }

    private @Nullable Observed host(Scope recorded) {
      List<Observed> all = observed.get(recorded.host());
      return all == null ? null : all.getFirst();
    }

    /// What the host alone tells of an object on it.
    @Nullable Reading told(ObjectRead one) {
      if (!one.object().scope().apart(one.scope()).isEmpty()) {
        return new Reading.Absent(1);
      }
      Observed host = host(one.object().scope());
      return host == null || host.reading() instanceof Reading.Present ? null : host.reading();
    }
  }
}
