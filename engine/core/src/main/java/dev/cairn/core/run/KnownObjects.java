package dev.cairn.core.run;

import dev.cairn.api.address.TypeName;
import dev.cairn.api.address.Uid;
import dev.cairn.api.resource.Ownership;
import dev.cairn.api.resource.Recorded;
import dev.cairn.api.resource.Scope;
import dev.cairn.api.state.Intent;
import dev.cairn.api.state.StateStore;
import dev.cairn.api.state.StateStore.Revision;
import dev.cairn.codec.IntentFormat;
import dev.cairn.codec.RecordFormat;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The objects that records name, and the resources that open runs may just be making objects of.
///
/// An id alone is not enough, as two engines may each have a volume of one name: an object is known
/// by its id where its record lives, or by its id and its resource.
///
/// @param open the runs of any stack that have not ended
record KnownObjects(Set<Placed> placed, Set<Owned> owned, List<Intent> open) {
  private record Placed(TypeName type, String id, String place) {}

  private record Owned(TypeName type, String id, Uid uid) {}

  static KnownObjects of(Collection<Recorded> records, List<Intent> open) {
    Set<Placed> placed = new HashSet<>();
    Set<Owned> owned = new HashSet<>();
    for (Recorded record : records) {
      record
          .objects()
          .forEach(object -> {
            placed.add(new Placed(record.type(), object.id(), object.scope().place()));
            owned.add(new Owned(record.type(), object.id(), record.uid()));
          });
    }
    return new KnownObjects(placed, owned, open);
  }

  /// What the newest revision knows, of every stack and environment.
  ///
  /// @throws dev.cairn.api.diagnostic.DiagnosticException where the state cannot be read
  static KnownObjects newest(Services services) {
    List<Recorded> records = new ArrayList<>();
    List<Intent> open = new ArrayList<>();
    Revision head = services.store().head().orElse(null);
    if (head != null) {
      for (StateStore.Entry entry : services.store().list(head, "")) {
        String path = entry.path();
        if (path.contains("/resources/")) {
          records.add(
              new RecordFormat(services.seal())
                  .read(StackState.text(services.store(), head, path), path));
        } else if (path.contains("/runs/")) {
          open.add(
              new IntentFormat(services.seal())
                  .read(StackState.text(services.store(), head, path), path));
        }
      }
    }
    return of(records, open);
  }

  /// Whether an object that carries our lineage is in a record, or may be one that a run is making.
  boolean has(TypeName type, Scope scope, String id, Ownership ownership) {
    return placed.contains(new Placed(type, id, scope.place()))
        || owned.contains(new Owned(type, id, ownership.uid()))
        || open.stream().anyMatch(intent -> intent.uids().containsValue(ownership.uid()));
  }
}
