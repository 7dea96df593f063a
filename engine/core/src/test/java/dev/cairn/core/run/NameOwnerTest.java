package dev.cairn.core.run;

import static dev.cairn.core.run.Site.destroy;
import static dev.cairn.core.run.Site.request;
import static dev.cairn.core.run.Site.two;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.core.world.Stacks;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// A stack's name belongs to one file.
final class NameOwnerTest {
  private final Site site = new Site();

  /// The files that are there, all of one name.
  private final Set<String> files = new HashSet<>(List.of("a.yaml", "b.yaml"));

  private void in(String path) {
    site.file = new StackFile(path, (other, stack) -> files.contains(other));
  }

  private void applyFrom(String path) {
    in(path);
    Finished finished = site.apply(request(two()));
    assertThat(finished.outcome()).as("%s", finished.diagnostics()).isEqualTo(Outcome.DONE);
  }

  private void refused() {
    assertThatThrownBy(() -> site.plan(request(two()))).hasMessageContaining("CRN3040");
    assertThatThrownBy(() -> site.apply(request(new Stacks()))).hasMessageContaining("CRN3040");
    assertThatThrownBy(() -> site.apply(destroy(two()))).hasMessageContaining("CRN3040");
  }

  @Test
  void aSecondFileOfTheSameNameIsRefusedAndTakesNothing() {
    applyFrom("a.yaml");

    in("b.yaml");

    refused();
    assertThat(site.world.things()).hasSize(2);
  }

  @Test
  void aFileThatHasMovedTakesItsStateAlong() {
    applyFrom("a.yaml");
    files.remove("a.yaml");
    in("b.yaml");

    assertThat(site.plan(request(two())).plan().empty()).isTrue();
    assertThat(site.apply(request(new Stacks())).outcome()).isEqualTo(Outcome.DONE);
    applyFrom("b.yaml");

    files.add("a.yaml");
    in("a.yaml");
    refused();
  }

  @Test
  void ofWhomNothingIsLeftTheNameIsFree() {
    applyFrom("a.yaml");
    site.apply(destroy(two()));
    assertThat(site.store.files()).containsOnlyKeys("cairn.json");

    applyFrom("b.yaml");
  }

  @Test
  void theNameIsTakenInEveryEnvironment() {
    in("a.yaml");
    site.apply(RunRequest.of(two().stack(), "prod", Site.LINEAGE, false));

    in("b.yaml");

    refused();
  }

  @Test
  void anEmptyEnvironmentLeavesTheNameToTheOthers() {
    applyFrom("a.yaml");
    site.apply(RunRequest.of(two().stack(), "prod", Site.LINEAGE, false));
    site.apply(destroy(two()));

    in("b.yaml");

    refused();
  }

  private void ownedByA() {
    assertThat(site.store.files()).containsKey("demo/stack.json");
    in("b.yaml");
    refused();
  }

  private static RunRequest prod() {
    return RunRequest.of(two().stack(), "prod", Site.LINEAGE, false);
  }

  @Test
  void anEnvironmentThatBeginsWhileTheLastOneEndsKeepsTheName() {
    applyFrom("a.yaml");
    whileItEnds(() -> site.apply(prod()));

    site.apply(destroy(two()));

    ownedByA();
  }

  @Test
  void anEnvironmentThatBeginsWhenTheLastOneHasJustEndedTakesTheName() {
    applyFrom("a.yaml");
    site.store.beforeNextPublish(() -> site.apply(destroy(two())));

    assertThat(site.apply(prod()).outcome()).isEqualTo(Outcome.DONE);

    ownedByA();
  }

  @Test
  void ofTwoEnvironmentsThatEndAtOnceTheLaterFreesTheName() {
    applyFrom("a.yaml");
    site.apply(prod());
    whileItEnds(() -> site.apply(RunRequest.of(two().stack(), "prod", Site.LINEAGE, true)));

    site.apply(destroy(two()));

    assertThat(site.store.files()).containsOnlyKeys("cairn.json");
  }

  /// Something that happens after a run has read the head for its outcome, and before it has
  /// published that.
  private void whileItEnds(Runnable action) {
    site.store.beforeNextPublish(() -> site.store.beforeNextPublish(action));
  }

  @Test
  void ofTwoFilesThatBeginAtOnceOneIsRefused() {
    in("b.yaml");
    site.store.beforeNextPublish(() -> {
      in("a.yaml");
      site.apply(RunRequest.of(two().stack(), "prod", Site.LINEAGE, false));
    });

    Finished second = site.apply(request(two()));

    assertThat(second.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(second.diagnostics().getFirst().code()).isEqualTo("CRN3040");
    assertThat(site.world.things()).hasSize(2);
  }
}
