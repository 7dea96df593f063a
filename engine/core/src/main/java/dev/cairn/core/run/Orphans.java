package dev.cairn.core.run;

import dev.cairn.api.address.Address;
import dev.cairn.api.address.TypeName;
import dev.cairn.api.diagnostic.Diagnostic;
import dev.cairn.api.plan.Step;
import dev.cairn.api.provider.Listing;
import dev.cairn.api.provider.Listing.Found;
import dev.cairn.api.resource.Ownership;
import dev.cairn.api.resource.OwnershipQuery;
import dev.cairn.api.resource.Scope;
import dev.cairn.api.schema.Identity;
import dev.cairn.api.state.Intent;
import dev.cairn.core.diagnostic.Silence;
import dev.cairn.core.provider.Sessions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Looks for objects of our lineage that no record names, of every type that a plan creates: an
/// empty state is not a lost one, and an old one not the newest (semantics, section 1).
///
/// Other runs make, record and delete objects meanwhile. So the newest records are read after the
/// objects, and an object that they do not name must still be there afterwards: whatever a run was
/// making or deleting at any of these moments is then known or gone.
final class Orphans {
  private final Services services;
  private final RunRequest request;
  private final StackState state;
  private final Sessions sessions;

  Orphans(Services services, RunRequest request, StackState state, Sessions sessions) {
    this.services = services;
    this.request = request;
    this.state = state;
    this.sessions = sessions;
  }

  /// What is listed in one go, with the resources that are to be created there.
  private record Batch(Scope scope, TypeName type, List<Address> creates) {}

  private record Orphan(Batch batch, String id, Ownership ownership) {}

  List<Diagnostic> find(List<Step> steps) {
    List<Diagnostic> problems = new ArrayList<>();
    KnownObjects own = KnownObjects.of(state.records().values(), state.open());
    List<Orphan> strangers = unknown(batches(steps), own, problems);
    if (strangers.isEmpty()) {
      return problems;
    }
    KnownObjects newest = KnownObjects.newest(services);
    List<Batch> again =
        strangers.stream()
            .filter(orphan -> !known(newest, orphan))
            .map(Orphan::batch)
            .distinct()
            .toList();
    unknown(again, newest, problems).stream()
        .filter(strangers::contains)
        .forEach(orphan -> problems.add(problem(orphan, newest.open())));
    return problems;
  }

  private static Stream<Orphan> ours(Batch batch, Found found) {
    Ownership ownership = found.ownership();
    return ownership == null ? Stream.empty() : Stream.of(new Orphan(batch, found.id(), ownership));
  }

  private static boolean known(KnownObjects known, Orphan orphan) {
    return known.has(
        orphan.batch().type(), orphan.batch().scope(), orphan.id(), orphan.ownership());
  }

  private static Diagnostic problem(Orphan orphan, List<Intent> open) {
    return Problems.orphan(orphan.batch().type(), orphan.id(), orphan.ownership().stack(), open);
  }

  private List<Batch> batches(List<Step> steps) {
    Map<Batch, List<Address>> batches = new LinkedHashMap<>();
    creates(steps, batches);
    return batches.entrySet().stream()
        .map(entry -> new Batch(entry.getKey().scope(), entry.getKey().type(), entry.getValue()))
        .toList();
  }

  private void creates(List<Step> steps, Map<Batch, List<Address>> into) {
    for (Step step : steps) {
      creates(step.inner(), into);
      if (step instanceof Step.Create create && listable(create)) {
        Batch batch = new Batch(create.desired().scope(), create.desired().type(), List.of());
        into.computeIfAbsent(batch, key -> new ArrayList<>()).add(step.key().address());
      }
    }
  }

  private boolean listable(Step.Create create) {
    return create.desired().scope().settings().known()
        && services
            .catalog()
            .schema(create.desired().type())
            .filter(schema -> schema.identity() instanceof Identity.Tagged)
            .isPresent();
  }

  private List<Orphan> unknown(List<Batch> batches, KnownObjects known, List<Diagnostic> problems) {
    List<Orphan> unknown = new ArrayList<>();
    Map<Silence, List<Batch>> causes = new LinkedHashMap<>();
    for (Batch batch : batches) {
      Silence whole = silent(batch, causes.keySet());
      if (whole != null) {
        causes.getOrDefault(whole, new ArrayList<>()).add(batch);
        continue;
      }
      OwnershipQuery query = new OwnershipQuery(request.lineage(), null);
      switch (sessions.in(batch.scope()).findByOwnership(batch.type(), query)) {
        case Listing.Complete complete ->
            complete.found().stream()
                .flatMap(found -> ours(batch, found))
                .filter(object -> !known(known, object))
                .forEach(unknown::add);
        case Listing.Unanswered unanswered ->
            causes
                .computeIfAbsent(
                    Silence.of(batch.scope(), unanswered.failure()), _ -> new ArrayList<>())
                .add(batch);
      }
    }
    causes.forEach((cause, unlisted) -> problems.add(unlisted(cause, unlisted)));
    return unknown;
  }

  /// Why nothing in the batch's place is asked again; null where it may answer.
  private static @Nullable Silence silent(Batch batch, Set<Silence> causes) {
    return causes.stream()
        .filter(Silence::whole)
        .filter(cause -> cause.scope().place().equals(batch.scope().place()))
        .findFirst()
        .orElse(null);
  }

  private Diagnostic unlisted(Silence cause, List<Batch> unlisted) {
    List<Address> creates = unlisted.stream().flatMap(batch -> batch.creates().stream()).toList();
    return Problems.unlisted(
        cause,
        unlisted.stream().map(Batch::type).distinct().toList(),
        creates,
        request.allowUnknown().containsAll(creates));
  }
}
