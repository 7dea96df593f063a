package dev.cairn.core.refresh;

import dev.cairn.api.address.Address;
import dev.cairn.api.address.Path;
import dev.cairn.api.provider.ReadRequest;
import dev.cairn.api.resource.Observed;
import dev.cairn.api.resource.Reading;
import dev.cairn.api.resource.Recorded;
import dev.cairn.api.resource.RemoteObject;
import dev.cairn.api.resource.Scope;
import dev.cairn.api.schema.Compare;
import dev.cairn.codec.Digests;
import dev.cairn.core.provider.Sessions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/// One object that is to be read.
///
/// @param number its place among all that are read
/// @param scope where it is looked for
record ObjectRead(int number, Recorded record, RemoteObject object, Scope scope) {
  /// All objects of the records, each where it is recorded to be.
  static List<ObjectRead> all(Collection<Recorded> records) {
    List<ObjectRead> all = new ArrayList<>();
    for (Recorded record : records) {
      for (RemoteObject object : record.objects()) {
        all.add(new ObjectRead(all.size(), record, object, object.scope()));
      }
    }
    return all;
  }

  boolean inAccount() {
    return object.scope().host() == null;
  }

  boolean isHost() {
    return record.address().equals(object.scope().host());
  }

  @Nullable Address host() {
    return object.scope().host();
  }

  ObjectRead in(Scope live) {
    return new ObjectRead(number, record, object, live);
  }

  ReadRequest request() {
    return new ReadRequest(object.id(), object.set(), object.attributes());
  }

  /// @param modes how its attributes are compared, where the stack says so
  Observed observed(Reading reading, Sessions sessions, SortedMap<Path, Compare> modes) {
    Reading resting =
        sessions
            .schema(record.type())
            .map(schema -> new Managed(object, schema, modes).of(reading))
            .orElse(reading);
    return new Observed(record.address(), object, scope, reading, Digests.ofRecord(resting));
  }
}
