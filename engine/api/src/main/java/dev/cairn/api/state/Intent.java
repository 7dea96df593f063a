package dev.cairn.api.state;

import dev.cairn.api.address.Address;
import dev.cairn.api.address.Uid;
import dev.cairn.api.plan.Plan;
import java.util.Collections;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/// What a run is about to do, published before its first mutating call.
///
/// @param run its ULID; the operation of a step is (run, the step's number in the plan)
/// @param uids the ids given to the resources that it creates
public record Intent(String run, Holder holder, Plan plan, SortedMap<Address, Uid> uids) {
  public Intent {
    Objects.requireNonNull(run, "run");
    Objects.requireNonNull(holder, "holder");
    Objects.requireNonNull(plan, "plan");
    uids = Collections.unmodifiableSortedMap(new TreeMap<>(uids));
  }

  /// Who runs it, and where.
  ///
  /// @param user as the system names them
  /// @param machine an id of the machine's boot, so that a process number means something
  /// @param process the process number
  /// @param processStarted when the process started, in milliseconds since 1970: numbers are used
  ///   again
  /// @param since ISO 8601
  /// @param link to the CI job; empty where there is none
  public record Holder(
      String user,
      String host,
      String machine,
      long process,
      long processStarted,
      String since,
      String link) {
    public Holder {
      Objects.requireNonNull(user, "user");
      Objects.requireNonNull(host, "host");
      Objects.requireNonNull(machine, "machine");
      Objects.requireNonNull(since, "since");
      Objects.requireNonNull(link, "link");
    }
  }
}
