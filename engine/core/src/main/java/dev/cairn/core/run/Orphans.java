package dev.cairn.core.run;

import dev.cairn.api.address.Address;
import dev.cairn.api.address.TypeName;
import dev.cairn.api.address.Uid;
import dev.cairn.api.diagnostic.Diagnostic;
import dev.cairn.api.plan.Step;
import dev.cairn.api.provider.Listing;
import dev.cairn.api.resource.OwnershipQuery;
import dev.cairn.api.resource.Recorded;
import dev.cairn.api.resource.Scope;
import dev.cairn.api.schema.Identity;
import dev.cairn.api.state.Intent;
import dev.cairn.api.state.StateStore;
import dev.cairn.api.state.StateStore.Revision;
import dev.cairn.codec.IntentFormat;
import dev.cairn.codec.RecordFormat;
import dev.cairn.core.provider.Sessions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Looks for objects of our lineage that no record names, of every type that a plan creates: an
/// empty state is not a lost one (semantics, section 1).
final class Orphans {
  private final Services services;
  private final RunRequest request;
  private final StackState state;
  private final Set<Uid> own = new HashSet<>();
  private @Nullable Set<Uid> everywhere;

  Orphans(Services services, RunRequest request, StackState state) {
    this.services = services;
    this.request = request;
    this.state = state;
    state.records().values().forEach(record -> own.add(record.uid()));
  }

  private record Batch(Scope scope, TypeName type) {}

  List<Diagnostic> find(List<Step> steps, Sessions sessions) {
    Map<Batch, List<Address>> batches = new LinkedHashMap<>();
    for (Step step : steps) {
      if (step instanceof Step.Create create && listable(create)) {
        Batch batch = new Batch(create.desired().scope(), create.desired().type());
        batches.computeIfAbsent(batch, key -> new ArrayList<>()).add(step.key().address());
      }
    }
    List<Diagnostic> problems = new ArrayList<>();
    batches.forEach((batch, creates) -> {
      OwnershipQuery query = new OwnershipQuery(request.lineage(), null);
      Listing listing = sessions.in(batch.scope()).findByOwnership(batch.type(), query);
      problems.addAll(judge(batch, creates, listing));
    });
    return problems;
  }

  private boolean listable(Step.Create create) {
    return create.desired().scope().settings().known()
        && services
            .catalog()
            .schema(create.desired().type())
            .filter(schema -> schema.identity() instanceof Identity.Tagged)
            .isPresent();
  }

  private List<Diagnostic> judge(Batch batch, List<Address> creates, Listing listing) {
    return switch (listing) {
      case Listing.Complete complete ->
          complete.found().stream()
              .filter(found -> found.ownership() != null && !known(found.ownership().uid()))
              .map(found -> Problems.orphan(batch.type(), found.id(), found.ownership().stack()))
              .toList();
      case Listing.Unanswered unanswered ->
          List.of(
              Problems.unlisted(
                  batch.type(), unanswered.failure(), request.allowUnknown().containsAll(creates)));
    };
  }

  private boolean known(Uid uid) {
    return own.contains(uid) || everywhere().contains(uid);
  }

  /// The ids in the records and open intents of every stack; read only when one is met that our own
  /// records do not know.
  private Set<Uid> everywhere() {
    Set<Uid> known = everywhere;
    if (known == null) {
      known = new HashSet<>();
      Revision at = state.revision();
      if (at != null) {
        for (StateStore.Entry entry : services.store().list(at, "")) {
          collect(entry.path(), services.store().read(at, entry.path()).orElse(""), known);
        }
      }
      everywhere = known;
    }
    return known;
  }

  private void collect(String path, String text, Set<Uid> into) {
    if (path.contains("/resources/")) {
      Recorded record = new RecordFormat(services.seal()).read(text, path);
      into.add(record.uid());
    } else if (path.contains("/runs/")) {
      Intent intent = new IntentFormat(services.seal()).read(text, path);
      into.addAll(intent.uids().values());
    }
  }
}
