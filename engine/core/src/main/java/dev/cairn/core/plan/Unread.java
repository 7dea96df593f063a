package dev.cairn.core.plan;

import dev.cairn.api.address.Address;
import dev.cairn.api.address.Path;
import dev.cairn.api.diagnostic.Diagnostic;
import dev.cairn.api.diagnostic.Severity;
import dev.cairn.api.diagnostic.SourceRange;
import dev.cairn.api.plan.Reason;
import dev.cairn.api.resource.Desired;
import dev.cairn.api.resource.Failure;
import dev.cairn.api.resource.Observed;
import dev.cairn.api.resource.Reading;
import dev.cairn.core.diagnostic.Silence;
import dev.cairn.core.expand.Account;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/// What is said of resources that could not be read: one diagnostic for each cause, however many
/// resources it keeps from being looked at.
final class Unread {
  private final SortedMap<Address, Draft> drafts;
  private final SortedSet<Address> allowed;
  private final List<Account> accounts;

  /// @param allowed what may stay unread
  /// @param accounts of the stack
  Unread(SortedMap<Address, Draft> drafts, SortedSet<Address> allowed, List<Account> accounts) {
    this.drafts = drafts;
    this.allowed = allowed;
    this.accounts = accounts;
  }

  List<Diagnostic> diagnostics() {
    Map<Silence, List<Draft>> causes = new LinkedHashMap<>();
    for (Draft draft : drafts.values()) {
      if (draft.verdict == Verdict.UNKNOWN) {
        cause(draft, causes);
      }
    }
    List<Diagnostic> all = new ArrayList<>();
    causes.forEach((cause, unread) -> all.add(diagnostic(cause, unread)));
    return all;
  }

  private static void cause(Draft draft, Map<Silence, List<Draft>> causes) {
    Observed current = draft.current();
    if (current != null && current.reading() instanceof Reading.Unreadable(Failure why)) {
      Silence cause = Silence.of(current.scope(), why);
      Silence same = causes.keySet().stream().filter(cause::like).findFirst().orElse(cause);
      causes.computeIfAbsent(same, _ -> new ArrayList<>()).add(draft);
    }
  }

  private Diagnostic diagnostic(Silence cause, List<Draft> unread) {
    List<Address> addresses = unread.stream().map(draft -> draft.address).toList();
    List<Address> open = addresses.stream().filter(address -> !allowed.contains(address)).toList();
    Draft host = cause.scope().host() == null ? null : drafts.get(cause.scope().host());
    Draft named = host != null ? host : unread.size() == 1 ? unread.getFirst() : null;
    return new Diagnostic(
        "CRN2030",
        open.isEmpty() ? Severity.WARNING : Severity.ERROR,
        "what could not be read is left alone, and so is what depends on it",
        cause.words() + "; not looked at: " + Silence.some(addresses) + waiting(addresses),
        named == null ? null : named.address,
        place(cause, host != null ? host : unread.getFirst()),
        open.isEmpty() ? List.of() : List.of(cause.remedy(), without(open)));
  }

  private String waiting(Collection<Address> unread) {
    List<Address> waiting =
        drafts.values().stream()
            .filter(draft -> draft.reasons.stream().anyMatch(reason -> waits(reason, unread)))
            .map(draft -> draft.address)
            .toList();
    return waiting.isEmpty() ? "" : "; waiting for that: " + Silence.some(waiting);
  }

  private static boolean waits(Reason reason, Collection<Address> unread) {
    return reason instanceof Reason.Waits waits && unread.contains(waits.unread());
  }

  /// The last way out, and said as such.
  private static String without(List<Address> open) {
    return open.size() > 3
        ? "do the rest alone: --allow-unknown ADDRESS for each of these"
        : "do the rest alone:"
            + String.join("", open.stream().map(one -> " --allow-unknown '" + one + "'").toList());
  }

  /// Where a place that says nothing at all is written, as its provider or its host; else what
  /// could not be read there.
  private @Nullable SourceRange place(Silence cause, Draft draft) {
    return accounts.stream()
        .filter(account -> cause.whole() && account.scope().equals(cause.scope()))
        .map(Account::range)
        .filter(Objects::nonNull)
        .findFirst()
        .orElseGet(() -> line(draft));
  }

  private static @Nullable SourceRange line(Draft draft) {
    Desired desired = draft.desired;
    return desired == null
        ? null
        : desired.origins().getOrDefault(Path.of("endpoint"), desired.origin());
  }
}
