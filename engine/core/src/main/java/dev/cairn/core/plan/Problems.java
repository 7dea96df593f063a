package dev.cairn.core.plan;

import dev.cairn.api.address.Address;
import dev.cairn.api.address.Path;
import dev.cairn.api.diagnostic.Diagnostic;
import dev.cairn.api.diagnostic.Severity;
import dev.cairn.api.plan.StepKey;
import dev.cairn.api.provider.ResourceType.Problem;
import dev.cairn.api.resource.Desired;
import dev.cairn.api.resource.Scope;
import dev.cairn.core.plan.order.Order;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What can be wrong with a plan.
final class Problems {
  private Problems() {}

  static Diagnostic noticed(Desired desired, Problem problem) {
    return Diagnostic.notice(
            "CRN2034", problem.summary(), "`" + desired.address() + "`: " + problem.detail())
        .of(desired.address())
        .at(desired.origins().getOrDefault(problem.path(), desired.origin()))
        .suggest(problem.suggestion());
  }

  static Diagnostic isProtected(Draft draft) {
    return Diagnostic.error(
            "CRN2021",
            "a protected resource would be deleted",
            "`" + draft.address + "` is recorded with `protect: true`")
        .of(draft.address)
        .at(draft.desired == null ? null : draft.desired.origin())
        .suggest(
            "set `lifecycle: {protect: false}`, apply that, and then delete it: two reviewed"
                + " changes");
  }

  static Diagnostic losesData(Address address, Severity severity) {
    return new Diagnostic(
        "CRN2023",
        severity,
        "data is lost with what this plan deletes",
        "`" + address + "` holds data, and its object is deleted",
        address,
        null,
        List.of("if the data may go, apply with --accept-data-loss '" + address + "'"));
  }

  static Diagnostic movesData(Draft draft) {
    return Diagnostic.error(
            "CRN2024",
            "what holds data cannot be moved to another place",
            "`" + draft.address + "` would be made empty there, and its data deleted here")
        .of(draft.address)
        .at(draft.desired == null ? null : draft.desired.origin())
        .suggest(
            "leave it where it is",
            "make a second one at the other place under another name, copy the data, and then"
                + " remove this one");
  }

  static Diagnostic sameKey(Draft draft, String key) {
    return Diagnostic.error(
            "CRN2020",
            "the new object cannot be created before the old one is deleted, as both need the same"
                + " key",
            "`" + draft.address + "` keeps " + key)
        .of(draft.address)
        .at(draft.desired == null ? null : draft.desired.origin())
        .suggest(
            "give the new object another " + key,
            "delete first: `lifecycle: {createBeforeDelete: false}`"
                + (draft.address.equals(draft.firstFor) ? "" : " of `" + draft.firstFor + "`"));
  }

  /// A key that is taken while somebody has it.
  static Diagnostic clash(Order.Clash clash, SortedMap<Address, Draft> drafts) {
    Draft taker = Objects.requireNonNull(drafts.get(clash.taker()));
    String key = clash.taken().key().name(taker.schema);
    return clash.holder().equals(clash.taker())
        ? sameKey(taker, key)
        : stillHeld(taker, Objects.requireNonNull(drafts.get(clash.holder())), key);
  }

  private static Diagnostic stillHeld(Draft taker, Draft holder, String key) {
    return Diagnostic.error(
            "CRN2025",
            "a key is still held by something that this plan leaves alone",
            "`"
                + taker.address
                + "` needs "
                + key
                + ", which the object of `"
                + holder.address
                + "` has and keeps")
        .of(taker.address)
        .at(taker.desired == null ? null : taker.desired.origin())
        .suggest(
            "give `" + taker.address + "` another " + key,
            "or let `" + holder.address + "` be deleted or changed first");
  }

  /// What stays refers to what is replaced, and can neither wait for the successor nor do without.
  ///
  /// @param heir what takes the place of what goes: its own new object, or another resource
  static Diagnostic held(Draft user, Draft target, Draft heir) {
    boolean itself = heir.address.equals(target.address);
    return Diagnostic.error(
            "CRN2026",
            "what goes is in use, and what takes its place cannot be made beside it",
            "`"
                + user.address
                + "` refers to `"
                + target.address
                + "` and stays; "
                + (itself ? "the new object of `" : "`")
                + heir.address
                + "` cannot be there before the old one goes")
        .of(heir.address)
        .at(heir.desired == null ? null : heir.desired.origin())
        .suggest(
            "give the new object another name or range, and no `createBeforeDelete: false`",
            "or replace `" + user.address + "` too: --replace '" + user.address + "'");
  }

  /// What stays refers to what goes, by something that the plan does not change.
  static Diagnostic stuck(Draft user, Draft target) {
    return Diagnostic.error(
            "CRN2027",
            "what goes is in use by something that this plan leaves as it is",
            "the object of `"
                + user.address
                + "` stays and refers to that of `"
                + target.address
                + "`, which is to be deleted")
        .of(user.address)
        .at(user.desired == null ? null : user.desired.origin())
        .suggest(
            "let `" + user.address + "` be replaced or deleted too",
            "or keep `" + target.address + "`");
  }

  /// The credential has changed, and nobody can say whether it is of the same account.
  static Diagnostic whoseCredential(Draft draft, Scope silent) {
    return Diagnostic.error(
            "CRN2028",
            "a credential has changed, and its account cannot be told",
            "`"
                + draft.address
                + "` was made with another credential, and "
                + silent.place()
                + " does not tell its account: it may be another one's")
        .of(draft.address)
        .at(draft.desired == null ? null : draft.desired.origin())
        .suggest("see that both credentials are there and work, and plan again");
  }

  static Diagnostic cyclic(List<StepKey> cycle, @Nullable Draft first) {
    String path = cycle.stream().map(StepKey::toString).collect(Collectors.joining(" → "));
    return Diagnostic.error(
            "CRN2002",
            "the steps of this plan wait for each other in a cycle",
            path + " → " + cycle.getFirst())
        .of(cycle.getFirst().address())
        .at(first == null || first.desired == null ? null : first.desired.origin())
        .suggest(
            "where the stack itself says so, break the cycle: one of these must not wait for the"
                + " other",
            "else split the change in two: apply one part of it first");
  }

  static Diagnostic mustBeKnown(Draft draft, String attribute) {
    Desired desired = draft.wanted();
    String reads =
        desired.attributes().get(attribute).stream()
            .flatMap(value -> value.reads().stream())
            .map(Object::toString)
            .collect(Collectors.joining("`, `"));
    return Diagnostic.error(
            "CRN2032",
            "how many calls there are depends on something that is not known yet",
            "`" + draft.address + "`: " + attribute + " is made of `" + reads + "`")
        .of(draft.address)
        .at(desired.origins().getOrDefault(Path.of(attribute), desired.origin()))
        .suggest(
            "write the elements of " + attribute + " one by one: `[\"${a.id}\", \"${b.id}\"]`",
            "or leave " + attribute + " out, apply, and put it back");
  }

  static Diagnostic shownInCall(Desired desired, String api) {
    return Diagnostic.error(
            "CRN2011",
            "a sensitive value may not be a key or a name",
            "the arguments of " + api + " would hold a secret of this resource in clear")
        .of(desired.address())
        .at(desired.origin())
        .suggest("keep secrets for values such as environment variables and files");
  }
}
