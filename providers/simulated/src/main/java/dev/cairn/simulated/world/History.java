package dev.cairn.simulated.world;

import dev.cairn.api.value.Value;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/// What has happened to a world, entry by entry. One process may read it while another writes.
public interface History extends AutoCloseable {
  /// Does some work while nobody else can write.
  <T> T alone(Supplier<T> work);

  /// What was written since the last call, by others only.
  News news();

  /// Writes an entry; called in [#alone] only. Once this returns, the death of the process does not
  /// lose it.
  void append(Value.Fields entry);

  /// Replaces everything that was written, at once; called in [#alone] only.
  void replace(List<Value.Fields> entries);

  /// How many entries there are.
  long length();

  @Override
  void close();

  /// Entries, oldest first.
  ///
  /// @param fromStart whether these are all entries, and what was known before is void
  record News(boolean fromStart, List<Value.Fields> entries) {
    public static final News NONE = new News(false, List.of());

    public News {
      entries = List.copyOf(entries);
    }
  }

  /// A history that nobody keeps: the world ends with the process.
  static History forgotten() {
    return new Forgotten();
  }

  /// Keeps nothing.
  final class Forgotten implements History {
    private Forgotten() {}

    @Override
    public <T> T alone(Supplier<T> work) {
      return work.get();
    }

    @Override
    public News news() {
      return News.NONE;
    }

    @Override
    public void append(Value.Fields entry) {
      Objects.requireNonNull(entry, "entry");
    }

    @Override
    public void replace(List<Value.Fields> entries) {
      Objects.requireNonNull(entries, "entries");
    }

    @Override
    public long length() {
      return 0;
    }

    @Override
    public void close() {}
  }
}
