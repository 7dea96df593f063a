package dev.cairn.simulated.world;

import dev.cairn.api.address.TypeName;
import dev.cairn.api.resource.Ownership;
import dev.cairn.api.value.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The entries of a [History]: an object as it now is, an object that is gone, or how many objects
/// an address has made.
public final class Entries {
  private static final String PUT = "put";
  private static final String GONE = "gone";
  private static final String MADE = "made";
  private final Vault vault;

  public Entries(Vault vault) {
    this.vault = vault;
  }

  Value.Fields put(SimulatedObject object) {
    SortedMap<String, Value> written = new TreeMap<>(key(object.key()).fields());
    written.put("attributes", vault.sealed(object.attributes()));
    written.put("given", vault.sealed(object.given()));
    Ownership ownership = object.ownership();
    if (ownership != null) {
      written.put("ownership", tags(ownership));
    }
    written.put("createdAt", Value.text(object.createdAt().toString()));
    written.put("serial", new Value.Whole(object.serial()));
    written.put(
        "claims", new Value.Items(object.claims().stream().<Value>map(Value::text).toList()));
    written.put(
        "references",
        new Value.Items(object.references().stream().<Value>map(Entries::key).toList()));
    return Value.Fields.of(PUT, new Value.Fields(written));
  }

  Value.Fields gone(ObjectKey key) {
    return Value.Fields.of(GONE, key(key));
  }

  /// A history as short as can be that leads to this.
  List<Value.Fields> all(Index index) {
    List<Value.Fields> all = new ArrayList<>();
    index
        .made()
        .forEach((maker, count) ->
            all.add(
                Value.Fields.of(
                    MADE,
                    key(maker.place().key(maker.address()))
                        .with("count", new Value.Whole(count)))));
    index.objects().map(this::put).forEach(all::add);
    return all;
  }

  void replay(Value.Fields entry, Index index) {
    if (entry.has(PUT)) {
      index.put(object(entry.fields(PUT)));
    } else if (entry.has(GONE)) {
      index.remove(key(entry.fields(GONE)));
    } else if (entry.has(MADE)) {
      ObjectKey maker = key(entry.fields(MADE));
      index.made(
          new Index.Maker(maker.place(), maker.id()),
          entry.fields(MADE).whole("count").orElseThrow());
    } else {
      throw new IllegalArgumentException("not an entry of a simulated world");
    }
  }

  private SimulatedObject object(Value.Fields written) {
    return new SimulatedObject(
        key(written),
        vault.unsealed(written.fields("attributes")),
        vault.unsealed(written.fields("given")),
        ownership(written.fields("ownership")),
        Instant.parse(written.text("createdAt").orElseThrow()),
        written.whole("serial").orElseThrow(),
        claims(written.items("claims")),
        references(written.items("references")));
  }

  private static SortedSet<String> claims(List<Value> written) {
    SortedSet<String> claims = new TreeSet<>();
    written.forEach(claim -> {
      if (claim instanceof Value.Text(String text)) {
        claims.add(text);
      }
    });
    return claims;
  }

  private static SortedSet<ObjectKey> references(List<Value> written) {
    SortedSet<ObjectKey> references = new TreeSet<>();
    written.forEach(reference -> {
      if (reference instanceof Value.Fields fields) {
        references.add(key(fields));
      }
    });
    return references;
  }

  private static Value.Fields tags(Ownership ownership) {
    SortedMap<String, Value> tags = new TreeMap<>();
    ownership.tags().forEach((name, text) -> tags.put(name, Value.text(text)));
    return new Value.Fields(tags);
  }

  private static @Nullable Ownership ownership(Value.Fields tags) {
    Map<String, String> texts =
        tags.fields().keySet().stream()
            .collect(Collectors.toMap(name -> name, name -> tags.text(name).orElse("")));
    return Ownership.from(texts).orElse(null);
  }

  private static Value.Fields key(ObjectKey key) {
    return Value.Fields.of(
        Map.of(
            "scope", Value.text(key.place().scope()),
            "type", Value.text(key.place().type().toString()),
            "id", Value.text(key.id())));
  }

  private static ObjectKey key(Value.Fields written) {
    return new Place(
            written.text("scope").orElseThrow(), TypeName.parse(written.text("type").orElseThrow()))
        .key(written.text("id").orElseThrow());
  }
}
