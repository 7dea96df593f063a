package dev.cairn.core.run;

import dev.cairn.api.address.Address;
import dev.cairn.codec.StatePaths;
import dev.cairn.core.plan.AddressPattern;
import dev.cairn.core.stack.Stack;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// What is to be planned or applied.
///
/// @param environment `default` where the stack has none
/// @param lineage of the project; the state must be of the same
/// @param destroy whether nothing of the stack is wanted
/// @param allowUnknown resources that may stay unread
/// @param replace resources to replace whether they need it or not
/// @param updateLookups lookups whose recorded answer is asked anew
/// @param fromBehind resources that may be changed from an older commit than they were last
/// @param dirty whether files that are not committed may be applied
/// @param acceptDataLoss whose data may be lost; an apply needs it, a plan is the same without it
public record RunRequest(
    Stack stack,
    String environment,
    String lineage,
    boolean destroy,
    SortedSet<Address> allowUnknown,
    SortedSet<Address> replace,
    SortedSet<Address> updateLookups,
    SortedSet<Address> fromBehind,
    boolean dirty,
    List<AddressPattern> acceptDataLoss) {
  public RunRequest {
    Objects.requireNonNull(stack, "stack");
    Objects.requireNonNull(environment, "environment");
    Objects.requireNonNull(lineage, "lineage");
    allowUnknown = copy(allowUnknown);
    replace = copy(replace);
    updateLookups = copy(updateLookups);
    fromBehind = copy(fromBehind);
    acceptDataLoss = List.copyOf(acceptDataLoss);
  }

  /// Without any option.
  public static RunRequest of(Stack stack, String environment, String lineage, boolean destroy) {
    SortedSet<Address> none = Collections.emptySortedSet();
    return new RunRequest(
        stack, environment, lineage, destroy, none, none, none, none, false, List.of());
  }

  /// The same after it was applied once: without what is to be done just then.
  RunRequest once() {
    SortedSet<Address> none = Collections.emptySortedSet();
    return new RunRequest(
        stack,
        environment,
        lineage,
        destroy,
        allowUnknown,
        none,
        none,
        fromBehind,
        dirty,
        List.of());
  }

  /// The same, with the data of these given up.
  public RunRequest accepting(List<AddressPattern> losses) {
    return new RunRequest(
        stack,
        environment,
        lineage,
        destroy,
        allowUnknown,
        replace,
        updateLookups,
        fromBehind,
        dirty,
        losses);
  }

  StatePaths paths() {
    return new StatePaths(stack.name(), environment);
  }

  /// The options that change what is done.
  SortedMap<String, String> options() {
    SortedMap<String, String> options = new TreeMap<>();
    put(options, "allowUnknown", allowUnknown);
    put(options, "replace", replace);
    put(options, "updateLookups", updateLookups);
    put(options, "fromBehind", fromBehind);
    if (destroy) {
      options.put("destroy", "true");
    }
    if (dirty) {
      options.put("dirty", "true");
    }
    return options;
  }

  private static void put(
      SortedMap<String, String> options, String name, SortedSet<Address> addresses) {
    if (!addresses.isEmpty()) {
      options.put(name, addresses.stream().map(Address::toString).collect(Collectors.joining(" ")));
    }
  }

  private static SortedSet<Address> copy(SortedSet<Address> addresses) {
    return Collections.unmodifiableSortedSet(new TreeSet<>(addresses));
  }
}
