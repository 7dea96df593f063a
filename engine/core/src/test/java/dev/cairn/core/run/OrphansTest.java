package dev.cairn.core.run;

import static dev.cairn.core.run.Site.request;
import static dev.cairn.core.run.Site.two;
import static dev.cairn.core.world.Steps.desired;
import static dev.cairn.core.world.Steps.key;
import static dev.cairn.core.world.Steps.keys;
import static dev.cairn.core.world.Steps.named;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.api.address.OperationId;
import dev.cairn.api.address.Path;
import dev.cairn.api.address.TypeName;
import dev.cairn.api.address.Uid;
import dev.cairn.api.diagnostic.Diagnostic;
import dev.cairn.api.plan.Difference;
import dev.cairn.api.plan.Repeat;
import dev.cairn.api.plan.Step;
import dev.cairn.api.resource.Ownership;
import dev.cairn.api.resource.Scope;
import dev.cairn.api.value.Value;
import dev.cairn.core.provider.Sessions;
import dev.cairn.core.world.Stacks;
import dev.cairn.core.world.Steps;
import dev.cairn.core.world.Thing;
import dev.cairn.core.world.ThingType;
import dev.cairn.core.world.WorldCatalog;
import dev.cairn.core.world.WorldProvider;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class OrphansTest {
  private static final String RECORD_OF_A = "demo/default/resources/a.json";

  private final Site site = new Site();

  private static RunRequest elsewhere(boolean destroy) {
    return RunRequest.of(
        new Stacks().thing("z", Map.of()).stack(), "elsewhere", Site.LINEAGE, destroy);
  }

  private static RunRequest replacingA() {
    return Site.replacing(two(), "a");
  }

  private List<Diagnostic> refusals() {
    return site.plan(request(two())).plan().diagnostics();
  }

  private void lost(Uid uid, String id) {
    Ownership ownership =
        new Ownership(Site.LINEAGE, "demo/old", uid, OperationId.parse("run-0.0"), "a");
    site.world.put(new Thing(id, named("a"), ownership, site.time.instant()));
  }

  @Test
  void aStateThatIsOlderThanAReplacementMakesNothingASecondTime() {
    site.apply(request(two()));
    site.apply(replacingA());
    site.store.rewind(2);
    int calls = site.world.ledger().size();

    Finished finished = site.apply(request(two()));

    assertThat(finished.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(finished.diagnostics())
        .singleElement()
        .satisfies(problem -> {
          assertThat(problem.code()).isEqualTo("CRN3028");
          assertThat(problem.detail()).contains("thing-3");
        });
    assertThat(site.world.ledger()).hasSize(calls);
  }

  @Test
  void aRecordWhoseIdWasEditedMakesNothingASecondTime() {
    site.apply(request(two()));
    site.store.edit(RECORD_OF_A, text -> text.replace("thing-1", "thing-9"));

    assertThat(refusals()).extracting(Diagnostic::code).containsExactly("CRN3028");
  }

  @Test
  void anObjectThatAnotherRunMakesMeanwhileIsNoOrphan() {
    site.world.beforeLook(once(() -> site.apply(elsewhere(false))));

    assertThat(refusals()).isEmpty();
    assertThat(site.world.things()).hasSize(1);
  }

  @Test
  void anObjectThatAnotherRunIsStillMakingIsNoOrphan() {
    site.world.beforeLook(
        once(() -> {
          site.journals.room(1);
          assertThatThrownBy(() -> site.apply(elsewhere(false))).hasMessageContaining("no space");
        }));

    assertThat(refusals()).isEmpty();
    assertThat(site.world.things()).hasSize(1);
  }

  @Test
  void anObjectThatAnotherRunDeletesMeanwhileIsNoOrphan() {
    site.apply(elsewhere(false));
    site.world.beforeLook(once(() -> site.store.beforeNextHead(() -> site.apply(elsewhere(true)))));

    assertThat(refusals()).isEmpty();
    assertThat(site.world.things()).isEmpty();
  }

  private static Runnable once(Runnable action) {
    boolean[] over = new boolean[1];
    return () -> {
      if (!over[0]) {
        over[0] = true;
        action.run();
      }
    };
  }

  @Test
  void deletionByHandIsOfferedOnlyWhileNoRunIsOpen() {
    site.journals.room(1);
    assertThatThrownBy(() -> site.apply(elsewhere(false))).hasMessageContaining("no space");
    site.journals.room(Integer.MAX_VALUE);
    lost(new Uid("uid-lost"), "thing-77");

    List<String> whileOpen = waysOut();
    site.apply(elsewhere(false));

    assertThat(whileOpen)
        .noneMatch(way -> way.contains("by hand"))
        .anyMatch(way -> way.contains("wait until run"));
    assertThat(waysOut()).anyMatch(way -> way.contains("by hand"));
  }

  private List<String> waysOut() {
    return refusals().stream().flatMap(problem -> problem.suggestions().stream()).toList();
  }

  @Test
  void whatIsCreatedOnACertainConditionIsLookedForToo() {
    lost(new Uid("uid-lost"), "thing-77");
    Step create = new Steps(Repeat.FIND_BY_OPERATION).create(desired("a", named("a")));
    Step branch =
        new Step.IfChanged(
            key("a", "if"), keys(), new Difference(Path.of("size"), null, null), List.of(create));
    RunRequest request = request(two());
    StackState state = site.services().state(request);
    WorldCatalog catalog =
        new WorldCatalog(new WorldProvider(site.world, Repeat.FIND_BY_OPERATION));

    try (Sessions sessions = new Sessions(catalog, event -> {})) {
      assertThat(new Orphans(site.services(), request, state, sessions).find(List.of(branch)))
          .extracting(Diagnostic::code)
          .containsExactly("CRN3028");
    }
  }

  @Test
  void anIdThatIsRecordedInOnePlaceIsNotKnownInAnother() {
    Site elsewhere = new Site();
    elsewhere.apply(request(two()));
    StackState state = elsewhere.services().state(request(two()));
    KnownObjects known = KnownObjects.of(state.records().values(), List.of());
    Ownership own = elsewhere.world.things().iterator().next().ownership();
    Ownership other = new Ownership(own.lineage(), "", new Uid("other"), own.operation(), "a");
    TypeName type = ThingType.NAME;
    Scope place =
        new Scope("world", Value.Fields.of("region", Value.text("elsewhere")), null, null);

    assertThat(known.has(type, Steps.SCOPE, "thing-1", other)).isTrue();
    assertThat(known.has(type, place, "thing-1", own)).isTrue();
    assertThat(known.has(type, place, "thing-1", other)).isFalse();
    assertThat(known.has(type, Steps.SCOPE, "thing-77", own)).isFalse();
  }
}
