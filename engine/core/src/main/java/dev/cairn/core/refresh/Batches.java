package dev.cairn.core.refresh;

import dev.cairn.api.address.TypeName;
import dev.cairn.api.address.Ulid;
import dev.cairn.api.event.Event;
import dev.cairn.api.provider.ReadRequest;
import dev.cairn.api.resource.Reading;
import dev.cairn.api.resource.Scope;
import dev.cairn.core.provider.Sessions;
import dev.cairn.core.time.Awaited;
import dev.cairn.core.time.Time;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;

/// Reads objects: one batch for each type and scope, the batches side by side.
///
/// An object that seems absent though its record is younger than five minutes is read again until
/// three reads over the type's read lag agree, as services may show a new object late. Of a service
/// that is never stale one read is enough.
final class Batches {
  private static final int BATCHES_AT_ONCE = 8;
  private static final Duration YOUNG = Duration.ofMinutes(5);
  private static final int AGREEING = 3;

  private final Sessions sessions;
  private final Time time;
  private final Event.Sink events;

  Batches(Sessions sessions, Time time, Event.Sink events) {
    this.sessions = sessions;
    this.time = time;
    this.events = events;
  }

  private record Batch(Scope scope, TypeName type) {}

  /// Takes what is found of each object.
  void read(List<ObjectRead> objects, BiConsumer<ObjectRead, Reading> found) {
    Map<Batch, List<ObjectRead>> batches = new LinkedHashMap<>();
    for (ObjectRead one : objects) {
      batches
          .computeIfAbsent(new Batch(one.scope(), one.record().type()), _ -> new ArrayList<>())
          .add(one);
    }
    List<Batch> keys = List.copyOf(batches.keySet());
    List<List<Reading>> readings = readAll(keys, batches);
    for (int i = 0; i < keys.size(); i++) {
      List<ObjectRead> ones = batches.getOrDefault(keys.get(i), List.of());
      for (int j = 0; j < ones.size(); j++) {
        found.accept(ones.get(j), readings.get(i).get(j));
      }
    }
  }

  private List<List<Reading>> readAll(List<Batch> keys, Map<Batch, List<ObjectRead>> batches) {
    if (keys.size() < 2) {
      return keys.stream()
          .map(batch -> read(batch, batches.getOrDefault(batch, List.of())))
          .toList();
    }
    try (ExecutorService pool =
        Executors.newFixedThreadPool(Math.min(BATCHES_AT_ONCE, keys.size()))) {
      List<Future<List<Reading>>> running = new ArrayList<>();
      keys.forEach(batch ->
          running.add(pool.submit(() -> read(batch, batches.getOrDefault(batch, List.of())))));
      return running.stream().map(task -> Awaited.result(task, "reading")).toList();
    }
  }

  private List<Reading> read(Batch batch, List<ObjectRead> ones) {
    List<Reading> readings = new ArrayList<>(ask(batch, ones));
    Duration between = sessions.readLag(batch.type()).dividedBy(AGREEING - 1);
    for (int reads = 2; between.isPositive() && reads <= AGREEING; reads++) {
      List<Integer> doubtful = doubtful(ones, readings);
      if (doubtful.isEmpty() || !pause(batch, doubtful.size(), between)) {
        break;
      }
      List<Reading> again = ask(batch, doubtful.stream().map(ones::get).toList());
      for (int i = 0; i < doubtful.size(); i++) {
        Reading reading = again.get(i);
        readings.set(
            doubtful.get(i),
            reading instanceof Reading.Absent ? new Reading.Absent(reads) : reading);
      }
    }
    return readings;
  }

  private List<Integer> doubtful(List<ObjectRead> ones, List<Reading> readings) {
    List<Integer> doubtful = new ArrayList<>();
    for (int i = 0; i < ones.size(); i++) {
      long age = time.now().toEpochMilli() - Ulid.millis(ones.get(i).record().run());
      if (readings.get(i) instanceof Reading.Absent && age < YOUNG.toMillis()) {
        doubtful.add(i);
      }
    }
    return doubtful;
  }

  private boolean pause(Batch batch, int doubtful, Duration between) {
    events.accept(
        new Event.Phase(
            "waiting",
            "%d of %s made minutes ago and not seen: looking again in %d s"
                .formatted(doubtful, batch.type(), between.toSeconds())));
    try {
      time.sleeper().sleep(between);
      return true;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private List<Reading> ask(Batch batch, List<ObjectRead> ones) {
    List<ReadRequest> requests = ones.stream().map(ObjectRead::request).toList();
    List<Reading> answers = sessions.in(batch.scope()).readMany(batch.type(), requests);
    if (answers.size() != ones.size()) {
      throw new IllegalStateException(
          "the provider of "
              + batch.type()
              + " answered "
              + answers.size()
              + " of "
              + ones.size()
              + " reads");
    }
    return answers;
  }
}
