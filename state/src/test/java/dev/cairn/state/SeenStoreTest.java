package dev.cairn.state;

import static dev.cairn.testkit.store.Stores.publish;
import static dev.cairn.testkit.store.Stores.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.api.diagnostic.DiagnosticException;
import dev.cairn.api.state.StateStore;
import dev.cairn.api.state.StateStore.Published;
import dev.cairn.api.state.StateStore.Revision;
import dev.cairn.codec.RootFormat;
import dev.cairn.codec.StatePaths;
import dev.cairn.state.directory.DirectoryStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeenStoreTest {
  private static final String LINEAGE = "01K0000000000000000000000A";
  @TempDir Path temporary;
  private Path state;
  private Path memory;

  @BeforeEach
  void places() {
    state = temporary.resolve("state");
    memory = temporary.resolve("local/seen/" + LINEAGE);
  }

  private StateStore in(Path folder) {
    return new SeenStore(
        new DirectoryStore(folder, InstantSource.system()),
        LINEAGE,
        temporary.resolve("local"),
        () -> {
          throw Problems.foreign("the test", "it may be elsewhere");
        });
  }

  private static Revision begin(StateStore store, String lineage) {
    return publish(store, null, put(StatePaths.ROOT, RootFormat.write(lineage)));
  }

  private List<String> heads(int commits) throws IOException {
    List<String> heads = new ArrayList<>();
    try (StateStore store = in(state)) {
      Revision head = begin(store, LINEAGE);
      heads.add(head.id());
      for (int i = 0; i < commits; i++) {
        head = publish(store, head, put("a.json", "" + i));
        heads.add(head.id());
      }
    }
    return heads;
  }

  private void refused(Path folder, String code) {
    try (StateStore store = in(folder)) {
      assertThatThrownBy(store::head)
          .isInstanceOfSatisfying(
              DiagnosticException.class,
              e -> {
                assertThat(e.diagnostics().getFirst().code()).isEqualTo(code);
                assertThat(e.diagnostics().getFirst().suggestions())
                    .anyMatch(way -> way.contains(memory.toString()));
              });
    }
  }

  @Test
  void anEmptyPlaceAfterAStateIsALostState() throws IOException {
    heads(1);

    refused(temporary.resolve("elsewhere"), "CRN4016");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 50})
  void aStateThatWasPutBackIsRefused(int commits) throws IOException {
    List<String> heads = heads(commits);
    Files.writeString(state.resolve("head"), heads.getFirst());

    refused(state, "CRN4017");
  }

  @Test
  void aStateWithoutTheSeenRevisionIsRefusedHoweverNewItIs() throws IOException {
    heads(1);
    Path other = temporary.resolve("other");
    try (StateStore store = new DirectoryStore(other, InstantSource.system())) {
      publish(store, begin(store, LINEAGE), put("b.json", "1", "c.json", "2"));
    }

    refused(other, "CRN4017");
  }

  @Test
  void whatOthersPublishedMeanwhileIsTheNewestSeen() throws IOException {
    List<String> heads = heads(0);
    Revision newest;
    try (StateStore others = new DirectoryStore(state, InstantSource.system())) {
      newest = publish(others, new Revision(heads.getFirst()), put("a.json", "x"));
    }

    try (StateStore store = in(state)) {
      assertThat(store.head()).contains(newest);
    }

    Files.writeString(state.resolve("head"), heads.getFirst());
    refused(state, "CRN4017");
  }

  @Test
  void theStateOfAnotherProjectIsNotRemembered() {
    Path foreign = temporary.resolve("foreign");
    try (StateStore others = new DirectoryStore(foreign, InstantSource.system())) {
      begin(others, "01K0000000000000000000000B");
    }

    try (StateStore wrong = in(foreign);
        StateStore right = in(state)) {
      assertThat(wrong.head()).isPresent();
      assertThatThrownBy(right::head).hasMessageContaining("CRN4007");
    }
  }

  @Test
  void whoeverRemovesTheMemoryTakesTheStateAsItIs() throws IOException {
    List<String> heads = heads(1);
    Files.writeString(state.resolve("head"), heads.getFirst());
    Files.delete(memory);

    try (StateStore store = in(state)) {
      assertThat(store.head()).contains(new Revision(heads.getFirst()));
    }
  }

  @Test
  void aMemoryThatCannotBeReadIsNoFreshClone() throws IOException {
    heads(0);
    Files.delete(memory);
    Files.createDirectory(memory);

    try (StateStore store = in(state)) {
      assertThatThrownBy(store::head).hasMessageContaining("CRN4019");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "HEAD", "0123", "\u00ff\u00fe\0", "nothing"})
  void aMemoryThatIsDamagedSaysWhichFileAndWhatToDo(String content) throws IOException {
    heads(0);
    Files.writeString(memory, content, StandardCharsets.ISO_8859_1);

    refused(state, "CRN4019");
  }

  @Test
  void aStateThatIsNowhereIsNotAnEmptyOne() {
    try (StateStore store = in(state)) {
      assertThatThrownBy(store::head).hasMessageContaining("CRN4007");
    }
  }

  @Test
  void aLineageThatWasMadeHereHasNoStateYet() throws IOException {
    SeenStore.begin(temporary.resolve("local"), LINEAGE);

    try (StateStore store = in(state)) {
      assertThat(store.head()).isEmpty();
      begin(store, LINEAGE);
    }
    refused(temporary.resolve("elsewhere"), "CRN4016");
  }

  @Test
  void processesThatPublishAtOnceRefuseNobody() throws Exception {
    heads(0);
    try (ExecutorService pool = Executors.newFixedThreadPool(6)) {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        String path = "p" + i + ".json";
        all.add(pool.submit(() -> publishTen(path)));
      }
      for (Future<?> each : all) {
        each.get();
      }
    }
  }

  private void publishTen(String path) {
    try (StateStore store = in(state)) {
      for (int i = 0; i < 10; i++) {
        String content = "" + i;
        Published published;
        do {
          published = store.publish(store.head().orElseThrow(), put(path, content));
        } while (published instanceof Published.Moved);
        assertThat(published).isInstanceOf(Published.Accepted.class);
      }
    }
  }
}
