package dev.cairn.simulated.world;

import dev.cairn.api.address.OperationId;
import dev.cairn.api.value.Value;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/// Everything that exists in a simulation, apart from all real state. Thread-safe; with a
/// [FileHistory] also between processes.
public final class World implements AutoCloseable {
  private static final long SLACK = 1000;

  private final History history;
  private final Entries entries;
  private final ReentrantLock lock = new ReentrantLock();
  private Index index = new Index();
  private boolean alone;

  public World(History history, Entries entries) {
    this.history = history;
    this.entries = entries;
  }

  /// A world that ends with the process.
  public static World inMemory() {
    return new World(History.forgotten(), new Entries(Vault.open()));
  }

  /// The world in a file, which several processes may share; sensitive values are sealed with a key
  /// in a file beside it. Nothing is written before something is made.
  public static World at(Path file, Codec codec) {
    Path key = file.resolveSibling(file.getFileName() + ".key");
    return new World(new FileHistory(file, codec), new Entries(new KeyedVault(key, codec)));
  }

  /// Looks at the world, all of the work at one and the same moment; other threads wait meanwhile.
  public <T> T look(Supplier<T> work) {
    lock.lock();
    try {
      if (lock.getHoldCount() == 1) {
        catchUp();
      }
      return work.get();
    } finally {
      lock.unlock();
    }
  }

  /// Looks at the world and changes it; other threads and processes wait meanwhile.
  public <T> T change(Supplier<T> work) {
    lock.lock();
    try {
      return alone ? work.get() : history.alone(() -> changing(work));
    } finally {
      lock.unlock();
    }
  }

  private <T> T changing(Supplier<T> work) {
    alone = true;
    try {
      catchUp();
      if (history.length() > 2L * index.size() + SLACK) {
        history.replace(entries.all(index));
      }
      return work.get();
    } finally {
      alone = false;
    }
  }

  public Optional<SimulatedObject> find(ObjectKey key) {
    return look(() -> index.find(key));
  }

  /// All objects of a place, in the order of their ids.
  public List<SimulatedObject> in(Place place) {
    return look(() -> index.in(place));
  }

  /// Every object, in the order of places and ids.
  public List<SimulatedObject> objects() {
    return look(() -> index.objects().toList());
  }

  /// Which object holds an exclusive key of a place.
  public Optional<ObjectKey> holder(Place place, String claim) {
    return look(() -> index.holder(place, claim));
  }

  /// The objects of an id, in any place.
  public SortedSet<ObjectKey> named(String id) {
    return look(() -> index.named(id));
  }

  /// Whether some object has a text among the attributes that nobody has given it.
  public boolean tells(String text) {
    return look(() -> index.tells(text));
  }

  /// What one operation has made and what is still there of it.
  public SortedSet<ObjectKey> madeBy(OperationId operation) {
    return look(() -> index.madeBy(operation));
  }

  /// The objects that hold on to one.
  public SortedSet<ObjectKey> referrers(ObjectKey key) {
    return look(() -> index.referrers(key));
  }

  /// How many objects an address has ever had in a place.
  public long made(Place place, String address) {
    return look(() -> index.made(place, address));
  }

  /// Adds an object, or replaces the one of the same key.
  public void put(SimulatedObject object) {
    change(() -> {
      history.append(entries.put(object));
      index.put(object);
      return object;
    });
  }

  public void remove(ObjectKey key) {
    change(() -> {
      history.append(entries.gone(key));
      index.remove(key);
      return key;
    });
  }

  @Override
  public void close() {
    history.close();
  }

  private void catchUp() {
    History.News news = history.news();
    if (news.fromStart()) {
      index = new Index();
    }
    for (Value.Fields entry : news.entries()) {
      entries.replay(entry, index);
    }
  }
}
