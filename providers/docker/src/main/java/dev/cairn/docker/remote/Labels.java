package dev.cairn.docker.remote;

import dev.cairn.api.resource.Ownership;
import dev.cairn.api.resource.OwnershipQuery;
import dev.cairn.api.value.Value;
import dev.cairn.docker.form.Known;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// The labels of an object: the user's and Cairn's own.
final class Labels {
  private Labels() {}

  /// The body of a creating call with the labels of ownership.
  static Value.Fields owned(Value.Fields body, Ownership ownership) {
    SortedMap<String, Value> labels = new TreeMap<>(body.fields("Labels").fields());
    ownership.tags().forEach((name, text) -> labels.put(name, Value.text(text)));
    return body.with("Labels", new Value.Fields(labels));
  }

  /// Labels without Cairn's own.
  static Value.Fields users(Value.Fields labels) {
    SortedMap<String, Value> users = new TreeMap<>(labels.fields());
    users.keySet().removeIf(Ownership::isTag);
    return new Value.Fields(users);
  }

  static Optional<Ownership> ownership(Value.Fields labels) {
    Map<String, String> texts = new TreeMap<>();
    labels.fields().forEach((name, text) -> texts.put(name, String.valueOf(Known.scalar(text))));
    return Ownership.from(texts);
  }

  /// The `filters` query that finds what carries the ownership.
  static String filter(OwnershipQuery query) {
    List<String> labels = new ArrayList<>(List.of(Ownership.LINEAGE + "=" + query.lineage()));
    if (query.operation() != null) {
      labels.add(Ownership.OPERATION + "=" + query.operation());
    }
    return Request.filters("label", labels);
  }
}
