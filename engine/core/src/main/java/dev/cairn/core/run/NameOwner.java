package dev.cairn.core.run;

import dev.cairn.api.diagnostic.Diagnostic;
import dev.cairn.api.state.StateStore;
import dev.cairn.api.state.StateStore.Revision;
import dev.cairn.api.value.Value;
import dev.cairn.codec.ContentFormat;
import dev.cairn.codec.Seal;
import dev.cairn.codec.StatePaths;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// To which file a stack's name belongs (semantics, section 20). Two files of one name would take
/// each other's resources for their own and delete them. The state says it from the first apply on
/// until nothing of the stack is left in any environment; a file that has moved or was renamed is
/// written down anew.
final class NameOwner {
  private static final String FILE = "file";

  private NameOwner() {}

  /// The path of the file; null where the name belongs to none.
  static @Nullable String of(StateStore store, Revision at, StatePaths paths) {
    if (alone(store, at, paths, paths.owner())) {
      return null;
    }
    return store
        .read(at, paths.owner())
        .map(text -> new ContentFormat(Seal.MARK).read(text, paths.owner()))
        .flatMap(content -> content.text(FILE))
        .orElse(null);
  }

  static String write(StackFile file) {
    return new ContentFormat(Seal.MARK).write(Value.Fields.of(FILE, Value.text(file.path())));
  }

  /// Empty where the name belongs to this file, or the file that it belonged to is no more.
  static Optional<Diagnostic> refusal(@Nullable String owner, StackFile file, String stack) {
    return Optional.ofNullable(owner)
        .filter(path -> !path.equals(file.path()) && file.others().name(path, stack))
        .map(path -> Problems.nameTaken(stack, path, file.path()));
  }

  /// Whether the state has nothing of the stack beside what this environment has.
  static boolean last(StateStore store, Revision at, StatePaths paths) {
    return store.read(at, paths.owner()).isPresent() && alone(store, at, paths, paths.home());
  }

  private static boolean alone(StateStore store, Revision at, StatePaths paths, String those) {
    return store.list(at, paths.all()).stream()
        .map(StateStore.Entry::path)
        .allMatch(path -> path.startsWith(those) || path.equals(paths.owner()));
  }
}
