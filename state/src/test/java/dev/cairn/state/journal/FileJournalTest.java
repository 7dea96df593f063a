package dev.cairn.state.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.api.address.Address;
import dev.cairn.api.address.OperationId;
import dev.cairn.api.diagnostic.DiagnosticException;
import dev.cairn.api.plan.StepKey;
import dev.cairn.api.provider.Reply;
import dev.cairn.api.resource.ContentId;
import dev.cairn.api.state.Journal;
import dev.cairn.api.state.Journal.Entry;
import dev.cairn.api.value.Value;
import dev.cairn.codec.Seal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileJournalTest {
  private static final String RUN = "01J0000000000000000000RUN1";
  private static final StepKey STEP = new StepKey(Address.of("vpc"), "create", 0);
  private static final OperationId OPERATION = new OperationId(RUN, 0);
  private static final ContentId ARGUMENTS = new ContentId("00");

  @TempDir Path temporary;
  private FileJournals journals;

  @BeforeEach
  void openTheJournals() {
    journals = new FileJournals(temporary.resolve("cairn/journal"), Seal.MARK);
  }

  private Path file() {
    return temporary.resolve("cairn/journal/" + RUN + ".ndjson");
  }

  private void writeTwo() {
    try (Journal journal = journals.open(RUN)) {
      journal.begin(OPERATION, STEP, 0, ARGUMENTS);
      journal.end(OPERATION, 0, new Reply.Done("vpc-1", Value.Fields.EMPTY));
    }
  }

  @Test
  void whatWasWrittenIsReadInItsOrder() {
    try (Journal journal = journals.open(RUN)) {
      journal.begin(OPERATION, STEP, 0, ARGUMENTS);
      journal.end(OPERATION, 0, new Reply.Done("vpc-1", Value.Fields.EMPTY));
      journal.done(OPERATION, STEP, null);
      journal.learned(STEP, Value.Fields.of("a", new Value.Decimal(1)));
      journal.turn(STEP, false);
    }
    try (Journal journal = journals.open(RUN)) {
      assertThat(journal.entries())
          .containsExactly(
              new Entry.Begun(OPERATION, STEP, 0, ARGUMENTS),
              new Entry.Ended(OPERATION, 0, new Reply.Done("vpc-1", Value.Fields.EMPTY)),
              new Entry.Done(OPERATION, STEP, null),
              new Entry.Learned(STEP, Value.Fields.of("a", new Value.Decimal(1))),
              new Entry.Turned(STEP, false));
    }
  }

  @Test
  void aSecretIsNotInTheFile() throws IOException {
    try (Journal journal = journals.open(RUN)) {
      Value.Fields reply =
          Value.Fields.of("password", new Value.Sensitive(new Value.Text("hunter2"), null));
      journal.end(OPERATION, 0, new Reply.Done("db-1", reply));
    }
    assertThat(Files.readString(file())).contains("db-1").doesNotContain("hunter2");
  }

  @Test
  void onlyItsOwnerReadsIt() throws IOException {
    writeTwo();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
        .isEqualTo("rw-------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file().getParent())))
        .isEqualTo("rwx------");
  }

  @Test
  void aTornLastLineIsLeftOutAndWrittenOver() throws IOException {
    writeTwo();
    for (String torn : List.of("{\"kind\":\"beg", "\0\0\0\0", "{\"kind\":\"beg\n")) {
      Files.writeString(file(), torn, StandardOpenOption.APPEND);
      try (Journal journal = journals.open(RUN)) {
        int before = journal.entries().size();
        journal.turn(STEP, true);
        assertThat(journal.entries()).hasSize(before + 1);
      }
    }
    try (Journal journal = journals.open(RUN)) {
      assertThat(journal.entries()).hasSize(5);
    }
  }

  @Test
  void aDamagedLineInTheMiddleIsADiagnostic() throws IOException {
    writeTwo();
    Files.writeString(file(), "{\"kind\n" + Files.readString(file()));
    assertThatThrownBy(() -> journals.open(RUN))
        .isInstanceOf(DiagnosticException.class)
        .hasMessageStartingWith("CRN4014");
  }

  @Test
  void manyThreadsWriteWholeLines() throws InterruptedException {
    try (Journal journal = journals.open(RUN)) {
      List<Thread> threads =
          IntStream.range(0, 8)
              .mapToObj(number ->
                  Thread.ofPlatform()
                      .start(() -> {
                        for (int i = 0; i < 50; i++) {
                          journal.begin(new OperationId(RUN, number), STEP, i, ARGUMENTS);
                        }
                      }))
              .toList();
      for (Thread thread : threads) {
        thread.join();
      }
      assertThat(journal.entries()).hasSize(400);
    }
  }

  @Test
  void anInterruptedThreadDoesNotCloseTheJournalOfOthers() {
    try (Journal journal = journals.open(RUN)) {
      Thread.currentThread().interrupt();
      journal.turn(STEP, true);
      assertThat(Thread.interrupted()).isTrue();
      journal.turn(STEP, false);
      assertThat(journal.entries()).hasSize(2);
    }
  }

  @Test
  void runsAreListedOldestFirstUntilTheyAreDiscarded() {
    assertThat(journals.runs()).isEmpty();
    journals.open("01J0000000000000000000RUN2").close();
    journals.open(RUN).close();
    assertThat(journals.runs()).containsExactly(RUN, "01J0000000000000000000RUN2");
    journals.discard(RUN);
    assertThat(journals.runs()).containsExactly("01J0000000000000000000RUN2");
  }

  @Test
  void aFolderThatCannotBeWrittenIsADiagnostic() throws IOException {
    Files.writeString(temporary.resolve("cairn"), "in the way");
    assertThatThrownBy(() -> journals.open(RUN))
        .isInstanceOf(DiagnosticException.class)
        .hasMessageStartingWith("CRN4013");
  }
}
