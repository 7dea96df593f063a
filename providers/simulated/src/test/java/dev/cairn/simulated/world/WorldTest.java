package dev.cairn.simulated.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.api.address.OperationId;
import dev.cairn.api.address.TypeName;
import dev.cairn.api.address.Uid;
import dev.cairn.api.resource.Ownership;
import dev.cairn.api.value.Value;
import dev.cairn.codec.Json;
import dev.cairn.codec.Values;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WorldTest {
  private static final Place PLACE = new Place("sample {}", TypeName.parse("sample.network"));

  @TempDir Path directory;

  /// JSON by the project's codec.
  private enum Plain implements Codec {
    JSON;

    @Override
    public String write(Value value) {
      return Json.canonical(Values.encode(value));
    }

    @Override
    public Value read(String json) {
      return Values.decode(Json.read(json));
    }
  }

  @Test
  void anotherWorldOnTheSameFileSeesEverything() {
    try (World one = world();
        World two = world()) {
      one.put(object("a", Value.text("x")));
      assertThat(two.objects()).isEqualTo(one.objects()).hasSize(1);
      two.put(object("b", new Value.Decimal(2)));
      one.remove(PLACE.key("a"));
      assertThat(one.objects()).extracting(o -> o.key().id()).containsExactly("b");
      assertThat(two.objects()).isEqualTo(one.objects());
      assertThat(two.made(PLACE, "a")).isEqualTo(1);
    }
  }

  @Test
  void whatAnObjectHoldsAndRefersToSurvives() {
    try (World one = world()) {
      one.put(object("a", Value.text("x")));
    }
    try (World two = world()) {
      assertThat(two.holder(PLACE, "claim a")).contains(PLACE.key("a"));
      assertThat(two.referrers(PLACE.key("other"))).containsExactly(PLACE.key("a"));
      assertThat(two.madeBy(new OperationId("01RUN", 3))).containsExactly(PLACE.key("a"));
    }
  }

  @Test
  void lookingLeavesNoFile() throws IOException {
    try (World world = world()) {
      assertThat(world.objects()).isEmpty();
    }
    try (var files = Files.list(directory)) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  void aLineThatWasNeverFinishedIsNotReadAndIsOverwritten() throws IOException {
    try (World one = world()) {
      one.put(object("a", Value.text("x")));
    }
    Files.writeString(file(), "{\"put\":{\"id\":\"torn", StandardOpenOption.APPEND);
    try (World two = world()) {
      assertThat(two.objects()).hasSize(1);
      two.put(object("b", Value.text("x")));
    }
    try (World three = world()) {
      assertThat(three.objects()).hasSize(2);
    }
  }

  @Test
  void aLongHistoryIsReplacedByAShortOneWhileOthersLookOn() throws IOException {
    try (World one = world();
        World two = world()) {
      IntStream.range(0, 1100).forEach(i -> one.put(object("a", new Value.Whole(i))));
      assertThat(two.objects()).hasSize(1);
      one.put(object("b", Value.text("x")));
      assertThat(Files.readAllLines(file())).hasSizeLessThan(200);
      assertThat(two.objects()).isEqualTo(one.objects()).hasSize(2);
    }
  }

  @Test
  void worldsThatWriteAtOnceLoseNothing() {
    IntStream.range(0, 4)
        .parallel()
        .forEach(writer -> {
          try (World world = world()) {
            IntStream.range(0, 25)
                .forEach(i -> world.put(object(writer + "-" + i, Value.text("x"))));
          }
        });
    try (World world = world()) {
      assertThat(world.objects()).hasSize(100);
    }
  }

  @Test
  void aWorldThatWasDeletedIsEmpty() throws IOException {
    try (World world = world()) {
      world.put(object("a", Value.text("x")));
      Files.delete(file());
      assertThat(world.objects()).isEmpty();
      world.put(object("b", Value.text("x")));
      assertThat(world.objects()).hasSize(1);
    }
  }

  @Test
  void secretsAreNotReadableInTheFileAndComeBack() throws IOException {
    Value secret = new Value.Sensitive(Value.text("correct horse"), null);
    try (World one = world()) {
      one.put(object("a", new Value.Items(List.of(secret))));
    }
    assertThat(Files.readString(file())).doesNotContain("correct").doesNotContain("horse");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key())))
        .isEqualTo("rw-------");
    try (World two = world()) {
      assertThat(two.objects().getFirst().attributes().items("value")).containsExactly(secret);
    }
  }

  private World world() {
    return World.at(file(), Plain.JSON);
  }

  private Path file() {
    return directory.resolve("simulated.ndjson");
  }

  private Path key() {
    return directory.resolve("simulated.ndjson.key");
  }

  private static SimulatedObject object(String id, Value value) {
    return new SimulatedObject(
        PLACE.key(id),
        Value.Fields.of("value", value),
        Value.Fields.of("value", value),
        new Ownership("lineage", "s/default", new Uid("01UID"), new OperationId("01RUN", 3), id),
        Instant.parse("2026-01-01T00:00:00Z"),
        0,
        new TreeSet<>(List.of("claim " + id)),
        new TreeSet<>(List.of(PLACE.key("other"))));
  }
}
