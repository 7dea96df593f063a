package dev.cairn.simulated;

import dev.cairn.api.address.TypeName;
import dev.cairn.simulated.world.Leaves;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The ids of things outside the world that lookups tell of. Their schemas are read when the first
/// id is asked for. Thread-safe.
final class LookupIds implements Predicate<String> {
  private final List<TypeName> lookups;
  private final Scene scene;
  private final Forms forms;
  private @Nullable Set<String> ids;

  LookupIds(List<TypeName> lookups, Scene scene, Forms forms) {
    this.lookups = List.copyOf(lookups);
    this.scene = scene;
    this.forms = forms;
  }

  @Override
  public synchronized boolean test(String id) {
    if (ids == null) {
      ids = read();
    }
    return ids.contains(id);
  }

  private Set<String> read() {
    Set<String> read = new HashSet<>();
    lookups.forEach(lookup -> read.addAll(Leaves.of(forms.placed(scene.schema(lookup).example()))));
    return read;
  }
}
