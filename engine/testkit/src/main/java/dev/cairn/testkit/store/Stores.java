package dev.cairn.testkit.store;

import dev.cairn.api.state.StateStore;
import dev.cairn.api.state.StateStore.Commit;
import dev.cairn.api.state.StateStore.Published;
import dev.cairn.api.state.StateStore.Revision;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Short forms for tests of stores.
public final class Stores {
  /// Every state has its root file.
  public static final String ROOT = "cairn.json";

  private Stores() {}

  /// A commit that puts files: path, content, path, content.
  public static Commit put(String... pathsAndContents) {
    Map<String, String> files = new TreeMap<>();
    for (int i = 0; i < pathsAndContents.length; i += 2) {
      files.put(pathsAndContents[i], pathsAndContents[i + 1]);
    }
    return new Commit(new TreeMap<>(files), new TreeSet<>(), "put " + files.keySet());
  }

  public static Commit delete(String... paths) {
    return new Commit(new TreeMap<>(), new TreeSet<>(List.of(paths)), "delete");
  }

  /// Publishes and insists.
  public static Revision publish(StateStore store, @Nullable Revision on, Commit commit) {
    return accepted(store.publish(on, commit));
  }

  public static Revision accepted(Published published) {
    if (published instanceof Published.Accepted(Revision now)) {
      return now;
    }
    throw new AssertionError("not accepted: " + published);
  }
}
