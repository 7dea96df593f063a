package dev.cairn.api.plan;

import java.util.Collections;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What a plan was made of.
///
/// @param format of the plan file
/// @param state the revision of the state that was read; null for an empty store
/// @param sourceCommit the commit of the stack file; null outside git
/// @param options those that change what is done, such as `target` and `dirty`
/// @param accounts `PROVIDER:ACCOUNT` of every account that the plan reaches
public record PlanHeader(
    int format,
    String stack,
    String environment,
    String lineage,
    @Nullable String state,
    @Nullable String sourceCommit,
    SortedMap<String, String> options,
    SortedSet<String> accounts) {
  public PlanHeader {
    Objects.requireNonNull(stack, "stack");
    Objects.requireNonNull(environment, "environment");
    Objects.requireNonNull(lineage, "lineage");
    options = Collections.unmodifiableSortedMap(new TreeMap<>(options));
    accounts = Collections.unmodifiableSortedSet(new TreeSet<>(accounts));
  }
}
