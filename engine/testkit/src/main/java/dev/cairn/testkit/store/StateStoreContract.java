package dev.cairn.testkit.store;

import static dev.cairn.testkit.store.Stores.ROOT;
import static dev.cairn.testkit.store.Stores.accepted;
import static dev.cairn.testkit.store.Stores.delete;
import static dev.cairn.testkit.store.Stores.publish;
import static dev.cairn.testkit.store.Stores.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.api.diagnostic.DiagnosticException;
import dev.cairn.api.state.StateStore;
import dev.cairn.api.state.StateStore.Cell;
import dev.cairn.api.state.StateStore.Commit;
import dev.cairn.api.state.StateStore.Entry;
import dev.cairn.api.state.StateStore.Past;
import dev.cairn.api.state.StateStore.Published;
import dev.cairn.api.state.StateStore.Revision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What every state store must do.
public abstract class StateStoreContract {
  private StoreFixture fixture;
  private StateStore store;

  /// A new, empty place.
  protected abstract StoreFixture fixture() throws Exception;

  @BeforeEach
  void openTheStore() throws Exception {
    fixture = fixture();
    store = fixture.open();
  }

  @AfterEach
  void closeTheStore() {
    store.close();
  }

  @Test
  void anEmptyStoreHasNoHead() {
    assertThat(store.head()).isEmpty();
    assertThat(fixture.objects()).isZero();
  }

  @Test
  void whatWasPublishedIsReadByOthers() {
    Revision now = publish(store, null, put(ROOT, "{}", "dc/default/resources/vpc.json", "ä\n"));
    try (StateStore other = fixture.open()) {
      assertThat(other.head()).contains(now);
      assertThat(other.read(now, "dc/default/resources/vpc.json")).contains("ä\n");
      assertThat(other.read(now, "dc/default/resources/eip.json")).isEmpty();
      assertThat(other.read(now, "dc/default/resources")).isEmpty();
      assertThat(other.read(now, "cairn.json/vpc.json")).isEmpty();
    }
  }

  @Test
  void anEarlierRevisionIsStillReadable() {
    Revision first = publish(store, null, put(ROOT, "{}", "a/b.json", "1"));
    Revision second = publish(store, first, put("a/b.json", "2"));
    assertThat(store.read(first, "a/b.json")).contains("1");
    assertThat(store.read(second, "a/b.json")).contains("2");
    assertThat(store.read(second, ROOT)).contains("{}");
  }

  @Test
  void aPublicationUponAnOldHeadIsToldWhereTheHeadIs() {
    Revision first = publish(store, null, put(ROOT, "{}"));
    Revision second = publish(store, first, put("a", "1"));
    assertThat(store.publish(first, put("b", "2"))).isEqualTo(new Published.Moved(second));
    assertThat(store.publish(null, put("b", "2"))).isEqualTo(new Published.Moved(second));
    assertThat(store.head()).contains(second);
    assertThat(store.read(second, "b")).isEmpty();
  }

  @Test
  void publishersAtTheSameTimeLoseNothing() throws Exception {
    publish(store, null, put(ROOT, "{}"));
    int publishers = 8;
    int each = 5;
    List<Thread> threads =
        java.util.stream.IntStream.range(0, publishers)
            .mapToObj(number -> Thread.ofPlatform().start(() -> publishAll(number, each)))
            .toList();
    for (Thread thread : threads) {
      thread.join();
    }
    Revision head = store.head().orElseThrow();
    assertThat(store.list(head, "p/")).hasSize(publishers * each);
    assertThat(store.history(head, "", 1000)).hasSize(publishers * each + 1);
  }

  private void publishAll(int publisher, int count) {
    try (StateStore own = fixture.open()) {
      for (int i = 0; i < count; i++) {
        Commit commit = put("p/" + publisher + "/" + i + ".json", "x");
        Published published;
        do {
          published = own.publish(own.head().orElseThrow(), commit);
        } while (published instanceof Published.Moved);
        accepted(published);
      }
    }
  }

  @Test
  void filesAreListedInTheOrderOfTheirPaths() {
    Revision now =
        publish(store, null, put(ROOT, "{}", "a/x/1", "1", "a/x.json", "2", "a/y", "1", "ab", "3"));
    assertThat(store.list(now, "a/").stream().map(Entry::path))
        .containsExactly("a/x.json", "a/x/1", "a/y");
    assertThat(store.list(now, "a/x").stream().map(Entry::path))
        .containsExactly("a/x.json", "a/x/1");
    assertThat(store.list(now, "").stream().map(Entry::path))
        .containsExactly("a/x.json", "a/x/1", "a/y", "ab", ROOT);
    assertThat(store.list(now, "b/")).isEmpty();
    assertThat(store.list(now, "cairn.json/")).isEmpty();
  }

  @Test
  void equalContentsHaveEqualIds() {
    Revision now = publish(store, null, put(ROOT, "{}", "a", "1", "b", "1", "c", "2"));
    List<Entry> entries = store.list(now, "");
    assertThat(entries.get(0).content()).isEqualTo(entries.get(1).content());
    assertThat(entries.get(0).content()).isNotEqualTo(entries.get(2).content());
  }

  @Test
  void whatIsDeletedIsGoneFromThereOn() {
    Revision first = publish(store, null, put(ROOT, "{}", "a/b/c", "1", "a/d", "2"));
    Revision second = publish(store, first, delete("a/b/c", "never/was", "a/d/e"));
    assertThat(store.list(second, "").stream().map(Entry::path)).containsExactly("a/d", ROOT);
    assertThat(store.read(first, "a/b/c")).contains("1");
  }

  @Test
  void aCommitPutsAndDeletesAtOnce() {
    Revision first = publish(store, null, put(ROOT, "{}", "old/a", "1"));
    Commit move =
        new Commit(
            new TreeMap<>(java.util.Map.of("new/a", "1")), new TreeSet<>(List.of("old/a")), "move");
    Revision second = publish(store, first, move);
    assertThat(store.list(second, "").stream().map(Entry::path)).containsExactly(ROOT, "new/a");
  }

  @Test
  void oneChangeAmongTenThousandFilesWritesAHandfulOfObjects() {
    TreeMap<String, String> files = new TreeMap<>();
    files.put(ROOT, "{}");
    for (int i = 0; i < 10_000; i++) {
      files.put("dc/default/resources/g" + i % 100 + "/" + i + ".json", "{\"n\": " + i + "}\n");
    }
    Revision first = publish(store, null, new Commit(files, new TreeSet<>(), "many"));
    long before = fixture.objects();
    assertThat(before).isGreaterThan(10_000);
    Revision second = publish(store, first, put("dc/default/resources/g7/7.json", "{\"n\": -1}\n"));
    // the file, its folders up to the root, and the revision
    assertThat(fixture.objects() - before).isBetween(3L, 7L);
    assertThat(store.list(second, "dc/default/resources/")).hasSize(10_000);
    assertThat(store.read(second, "dc/default/resources/g7/107.json")).contains("{\"n\": 107}\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "/a", "../a", "a/../b", "a//b", "a/", ".", "a/.git/b", "a\\b", "a\nb"})
  void aPathThatLeavesTheStoreIsRefused(String path) {
    Revision now = publish(store, null, put(ROOT, "{}"));
    assertThatThrownBy(() -> store.read(now, path)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> store.publish(now, put(path, "x")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> store.publish(now, delete(path)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> store.swap(path, null, "x"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(store.head()).contains(now);
  }

  @Test
  void aRevisionThatTheStoreDoesNotHaveIsADiagnostic() {
    publish(store, null, put(ROOT, "{}"));
    for (String id : List.of("0123456789".repeat(4), "0123456789abcdef".repeat(4), "", "head")) {
      assertThatThrownBy(() -> store.read(new Revision(id), "a"))
          .isInstanceOf(DiagnosticException.class)
          .hasMessageStartingWith("CRN4010");
    }
  }

  @Test
  void theHistoryOfARevisionHasAllBeforeIt() {
    Revision first = publish(store, null, put(ROOT, "{}"));
    Revision second = publish(store, first, put("a/x", "1"));
    Revision third = publish(store, second, put("b/x", "1"));
    assertThat(store.contains(third, first)).isTrue();
    assertThat(store.contains(third, third)).isTrue();
    assertThat(store.contains(first, third)).isFalse();
    assertThat(store.history(third, "", 10).stream().map(Past::revision))
        .containsExactly(third, second, first);
    assertThat(store.history(third, "a/", 10).stream().map(Past::revision)).containsExactly(second);
    assertThat(store.history(third, "", 1).getFirst().message()).startsWith("put [b/x]");
  }

  @Test
  void aCellIsExchangedOnlyByWhoHasSeenIt() {
    assertThat(store.register("claims/01RUN")).isEmpty();
    Revision first = accepted(store.swap("claims/01RUN", null, "one"));
    assertThat(store.register("claims/01RUN")).contains(new Cell(first, "one"));
    assertThat(store.swap("claims/01RUN", null, "other")).isEqualTo(new Published.Moved(first));
    Revision second = accepted(store.swap("claims/01RUN", first, "two"));
    assertThat(store.swap("claims/01RUN", first, "late")).isEqualTo(new Published.Moved(second));
    assertThat(store.register("claims/01RUN").map(Cell::content)).contains("two");
  }

  @Test
  void aCellIsRemovedOnlyByWhoHasSeenIt() {
    Revision first = accepted(store.swap("claims/01RUN", null, "one"));
    Revision second = accepted(store.swap("claims/01RUN", first, "two"));
    assertThat(store.swap("claims/01RUN", first, null)).isEqualTo(new Published.Moved(second));
    accepted(store.swap("claims/01RUN", second, null));
    assertThat(store.register("claims/01RUN")).isEmpty();
    assertThat(store.swap("claims/01RUN", second, "x")).isEqualTo(new Published.Moved(null));
  }

  @Test
  void cellsAreNoFiles() {
    accepted(store.swap("claims/01RUN", null, "one"));
    assertThat(store.head()).isEmpty();
    Revision now = publish(store, null, put(ROOT, "{}"));
    assertThat(store.list(now, "")).hasSize(1);
  }

  @Test
  void oneOfManySwapsWins() throws Exception {
    Revision first = accepted(store.swap("claims/01RUN", null, "0"));
    var wins = new java.util.concurrent.atomic.AtomicInteger();
    List<Thread> threads =
        java.util.stream.IntStream.range(1, 9)
            .mapToObj(number ->
                Thread.ofPlatform()
                    .start(() -> {
                      if (store.swap("claims/01RUN", first, "n" + number)
                          instanceof Published.Accepted) {
                        wins.incrementAndGet();
                      }
                    }))
            .toList();
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(wins).hasValue(1);
  }

  @Test
  void whatAKilledProcessLeftIsIgnored() {
    Revision first = publish(store, null, put(ROOT, "{}", "a", "1"));
    fixture.leaveTorn();
    try (StateStore other = fixture.open()) {
      assertThat(other.head()).contains(first);
      Revision second = publish(other, first, put("a", "2"));
      assertThat(other.read(second, "a")).contains("2");
      assertThat(other.list(second, "")).hasSize(2);
    }
  }

  @ParameterizedTest
  @EnumSource
  void whateverFileIsBrokenTheStateIsReadAsItIsOrNotAtAll(Damage damage) throws IOException {
    Revision first = publish(store, null, put(ROOT, "{}", "a/x", "1"));
    TreeMap<String, String> many = new TreeMap<>();
    for (int i = 0; i < 250; i++) {
      many.put("b/" + i, "content " + i);
    }
    publish(store, first, new Commit(many, new TreeSet<>(), "many"));
    List<String> sound = everything(store);
    for (Path file : files()) {
      damage.during(file, () -> readsSoundOrNot(file, sound));
    }
    assertThat(everything(store)).isEqualTo(sound);
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(fixture.place())) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  private static List<String> everything(StateStore from) {
    Revision head = from.head().orElseThrow(() -> new AssertionError("no state is there"));
    List<String> all = new ArrayList<>();
    from.list(head, "")
        .forEach(
            entry -> all.add(entry.path() + ": " + from.read(head, entry.path()).orElseThrow()));
    from.history(head, "", 10).forEach(past -> all.add(past.revision().id()));
    return all;
  }

  private void readsSoundOrNot(Path broken, List<String> sound) {
    try (StateStore other = fixture.open()) {
      assertThat(everything(other)).as("with %s broken", broken).isEqualTo(sound);
    } catch (DiagnosticException unreadable) {
      assertThat(unreadable.diagnostics().getFirst().detail())
          .as("with %s broken", broken)
          .contains(fixture.place().toString());
      writesNothing(broken);
    }
  }

  /// Whoever knows no state must not begin one.
  private void writesNothing(Path broken) {
    try (StateStore other = fixture.open()) {
      assertThat(other.publish(null, put(ROOT, "{}")))
          .as("with %s broken", broken)
          .isNotInstanceOf(Published.Accepted.class);
    } catch (DiagnosticException refused) {
      assertThat(refused.diagnostics()).isNotEmpty();
    }
  }

  @Test
  void aFailureToWriteIsRefusedAndChangesNothing() {
    Revision first = publish(store, null, put(ROOT, "{}"));
    Runnable unblock = fixture.block();
    assertThat(store.publish(first, put("a", "1"))).isInstanceOf(Published.Refused.class);
    unblock.run();
    assertThat(store.head()).contains(first);
    assertThat(publish(store, first, put("a", "1"))).isNotEqualTo(first);
  }
}
