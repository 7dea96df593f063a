package dev.cairn.referee;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/// One call as the ledger has it.
///
/// @param target the referee's name for what it stands before
/// @param api `SERVICE:Action`, as a step declares it: `ec2:CreateVpc`, `docker:ContainerCreate`
/// @param mutating whether it can change anything; a dry run counts as if it did
/// @param arguments parameters by name, long ones cut; of a JSON body the text, as `body`
/// @param status of the answer; 0 while there is none, and for good where none was given
/// @param refused whether the referee answered in the service's place
public record Entry(
    Instant time,
    String target,
    String api,
    boolean mutating,
    boolean dryRun,
    SortedMap<String, String> arguments,
    int status,
    boolean refused,
    Duration duration) {
  public Entry {
    Objects.requireNonNull(time, "time");
    Objects.requireNonNull(target, "target");
    Objects.requireNonNull(api, "api");
    arguments = Collections.unmodifiableSortedMap(new TreeMap<>(arguments));
    Objects.requireNonNull(duration, "duration");
  }

  Entry ended(int answer, boolean byReferee, Duration took) {
    return new Entry(time, target, api, mutating, dryRun, arguments, answer, byReferee, took);
  }

  /// Whether the service carried it out, as far as its status says.
  public boolean succeeded() {
    return !refused && status >= 100 && status < 400;
  }
}
