package dev.cairn.core.plan;

import dev.cairn.api.address.Address;
import dev.cairn.api.resource.Observed;
import dev.cairn.api.resource.Recorded;
import dev.cairn.api.resource.Scope;
import dev.cairn.api.value.Value;
import dev.cairn.codec.Seal;
import dev.cairn.core.expand.Expander;
import dev.cairn.core.expression.Inputs;
import dev.cairn.core.stack.Stack;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// Everything that a plan is made from.
///
/// @param desired whether the stack's resources are wanted; false to destroy all
/// @param records of the stack, by address
/// @param observed what a refresh found of each record's objects, in their order
/// @param pinned recorded answers of lookups: `type`, `arguments` and `outputs`
/// @param answers those, and the answers that were asked for in this run
/// @param outputs as recorded
/// @param allowUnknown resources whose reading may be unknown
/// @param replace resources to replace whether they need it or not
/// @param accounts tells whose a credential is
/// @param seal tells whether a recorded secret is the one that is wanted
public record PlanInput(
    Stack stack,
    boolean desired,
    SortedMap<Address, Recorded> records,
    SortedMap<Address, List<Observed>> observed,
    SortedMap<Address, Value.Fields> pinned,
    Expander.Answers answers,
    Inputs inputs,
    Value.Fields outputs,
    SortedSet<Address> allowUnknown,
    SortedSet<Address> replace,
    Accounts accounts,
    Seal seal) {
  public PlanInput {
    Objects.requireNonNull(stack, "stack");
    records = Collections.unmodifiableSortedMap(new TreeMap<>(records));
    observed = Collections.unmodifiableSortedMap(new TreeMap<>(observed));
    pinned = Collections.unmodifiableSortedMap(new TreeMap<>(pinned));
    Objects.requireNonNull(answers, "answers");
    Objects.requireNonNull(accounts, "accounts");
    Objects.requireNonNull(inputs, "inputs");
    Objects.requireNonNull(outputs, "outputs");
    allowUnknown = Collections.unmodifiableSortedSet(new TreeSet<>(allowUnknown));
    replace = Collections.unmodifiableSortedSet(new TreeSet<>(replace));
  }

  /// Whose account a scope leads to. Asked only where that decides something: where an object was
  /// made with another credential than the stack has now.
  @FunctionalInterface
  public interface Accounts {
    /// Where one account is all there is.
    Accounts ONE = scope -> Optional.of("");

    /// Empty where its provider does not tell.
    Optional<String> of(Scope scope);
  }
}
