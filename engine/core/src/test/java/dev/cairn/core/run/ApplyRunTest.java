package dev.cairn.core.run;

import static dev.cairn.core.run.Site.destroy;
import static dev.cairn.core.run.Site.request;
import static dev.cairn.core.run.Site.two;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.api.address.Address;
import dev.cairn.api.diagnostic.Diagnostic;
import dev.cairn.api.plan.Approval;
import dev.cairn.api.plan.Plan;
import dev.cairn.api.plan.PlanHeader;
import dev.cairn.api.plan.Step;
import dev.cairn.api.resource.ContentId;
import dev.cairn.api.resource.Failure;
import dev.cairn.api.resource.Failure.Kind;
import dev.cairn.api.schema.Compare;
import dev.cairn.api.value.Value;
import dev.cairn.codec.PlanDigest;
import dev.cairn.core.world.Fault;
import dev.cairn.core.world.Stacks;
import dev.cairn.core.world.Thing;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ApplyRunTest {
  private final Site site = new Site();

  private static List<String> codes(Finished finished) {
    return finished.diagnostics().stream().map(Diagnostic::code).toList();
  }

  @Test
  void afterAnApplyThePlanIsEmptyAndTheRunHasLeftNothingOpen() {
    Finished finished = site.apply(request(two()));

    assertThat(finished.diagnostics()).isEmpty();
    assertThat(finished.outcome()).isEqualTo(Outcome.DONE);
    assertThat(site.plan(request(two())).plan().empty()).isTrue();
    assertThat(site.store.files())
        .containsOnlyKeys(
            "cairn.json",
            "demo/default/resources/a.json",
            "demo/default/resources/b.json",
            "demo/stack.json");
    assertThat(site.journals.runs()).isEmpty();
  }

  @Test
  void anApplyIsAnIntentAndAnOutcomeMadeToBeRead() {
    Finished finished = site.apply(request(two()));

    assertThat(site.store.messages()).hasSize(2);
    assertThat(site.store.messages().getFirst()).startsWith("intent demo/default: 2 changes\n");
    assertThat(site.store.messages().getLast())
        .startsWith("apply demo/default: 2 changes\n")
        .contains("Run: " + finished.run().orElseThrow())
        .contains("By: ann on desk")
        .contains("Plan: sha256:")
        .contains("create a (world.thing)");
  }

  @Test
  void onlyTheChangedFileIsWritten() {
    site.apply(request(two()));
    String before = site.store.files().get("demo/default/resources/b.json");

    Finished finished =
        site.apply(
            request(
                new Stacks()
                    .thing("a", Map.of("size", 2, "badge", "x"))
                    .thing("b", Map.of("friend", "$a.id"))));

    assertThat(finished.outcome()).isEqualTo(Outcome.DONE);
    assertThat(site.world.ledger()).last().isEqualTo("world:Change thing-1");
    assertThat(site.store.files()).containsEntry("demo/default/resources/b.json", before);
  }

  @Test
  void aDestroyLeavesNothing() {
    site.apply(request(two()));

    Finished finished = site.apply(destroy(two()));

    assertThat(finished.outcome()).isEqualTo(Outcome.DONE);
    assertThat(site.world.things()).isEmpty();
    assertThat(site.store.files()).containsOnlyKeys("cairn.json");
  }

  static List<Integer> rooms() {
    return IntStream.range(0, 8).boxed().toList();
  }

  @ParameterizedTest
  @MethodSource("rooms")
  void whereverItDiesTheNextApplyFinishesWithoutOrphanOrDuplicate(int room) {
    site.journals.room(room);
    assertThatThrownBy(() -> site.apply(request(two()))).hasMessageContaining("no space left");
    site.journals.room(Integer.MAX_VALUE);

    Finished finished = site.apply(request(two()));

    assertThat(finished.outcome()).isEqualTo(Outcome.DONE);
    assertThat(codes(finished)).contains("CRN3026");
    assertThat(site.world.things())
        .extracting(thing -> thing.attributes().text("name").orElseThrow())
        .containsExactlyInAnyOrder("a", "b");
    assertThat(site.plan(request(two())).plan().empty()).isTrue();
  }

  private void die() {
    site.journals.room(1);
    assertThatThrownBy(() -> site.apply(request(two()))).hasMessageContaining("no space left");
    site.journals.room(Integer.MAX_VALUE);
  }

  @Test
  void aRecoveryWhoseLookHasNoAnswerEndsWithItsCause() {
    die();
    site.world.silence(
        new Failure(Kind.UNAVAILABLE, "world:List", "503", null, null, "no route to the world"));

    Finished finished = site.apply(request(two()));

    assertThat(finished.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(codes(finished)).containsExactly("CRN3013");
    assertThat(finished.diagnostics().getFirst().detail())
        .contains("world:List 503: no route to the world");
    assertThat(site.journals.runs()).hasSize(1);
  }

  @Test
  void aRunThatLivesIsLeftAlone() {
    die();
    site.othersLive = true;

    Finished finished = site.apply(request(two()));

    assertThat(finished.outcome()).isEqualTo(Outcome.CLAIMED);
    assertThat(finished.diagnostics().getFirst().detail()).contains("ann").contains("desk");
    assertThat(site.world.ledger()).hasSize(1);
  }

  @Test
  void aRunOfAnotherMachineIsLeftAlone() {
    die();
    site.journals.runs().forEach(site.journals::discard);
    site.machine = "boot-of-another";

    assertThat(site.apply(request(two())).outcome()).isEqualTo(Outcome.CLAIMED);
  }

  @Test
  void aRunThatDiedBeforeTheMachineStartedAgainIsRecovered() {
    die();
    site.machine = "boot-2";

    assertThat(site.apply(request(two())).outcome()).isEqualTo(Outcome.DONE);
    assertThat(site.world.things()).hasSize(2);
  }

  @Test
  void aPlanSaysThatARunIsOpenAndChangesNothing() {
    die();
    Map<String, String> before = site.store.files();

    Planned planned = site.plan(request(two()));

    assertThat(planned.plan().diagnostics())
        .extracting(Diagnostic::code)
        .containsExactly("CRN3034");
    assertThat(planned.refused()).isFalse();
    assertThat(site.store.files()).isEqualTo(before);
    assertThat(site.world.ledger()).hasSize(1);
  }

  @Test
  void thePlanOfAStackWhoseRunHasDiedIsAPreview() {
    die();

    assertThat(approvalWith(new Stacks().thing("z", Map.of())))
        .isInstanceOf(Approval.Preview.class);
  }

  @Test
  void thePlanThatALivingRunMeetsIsAPreviewAndAnotherIsNot() {
    die();
    site.othersLive = true;

    assertThat(approvalWith(two())).isInstanceOf(Approval.Preview.class);
    assertThat(approvalWith(new Stacks().thing("z", Map.of()))).isInstanceOf(Approval.Digest.class);
  }

  @Test
  void aPreviewFromAFileIsNotApplied() {
    die();
    Plan preview = site.plan(request(two())).plan();

    Finished finished = applyFile(preview, two());

    assertThat(finished.outcome()).isEqualTo(Outcome.STALE);
    assertThat(codes(finished)).containsExactly("CRN3037");
  }

  private Approval approvalWith(Stacks stacks) {
    return site.plan(request(stacks)).plan().approval();
  }

  @Test
  void onlyTheApprovedPlanIsApplied() {
    Finished refused =
        new ApplyRun(site.services())
            .apply(request(two()), "sha256:other", Approver.YES, site.cancellation);
    String digest = ((Approval.Digest) site.plan(request(two())).plan().approval()).sha256();
    Finished applied =
        new ApplyRun(site.services())
            .apply(request(two()), digest, Approver.YES, site.cancellation);

    assertThat(refused.outcome()).isEqualTo(Outcome.STALE);
    assertThat(codes(refused)).containsExactly("CRN3022");
    assertThat(applied.outcome()).isEqualTo(Outcome.DONE);
  }

  @Test
  void aPlanIsNotAppliedAgainstTheWillOfThePersonAsked() {
    Finished finished =
        new ApplyRun(site.services()).apply(request(two()), null, plan -> false, site.cancellation);

    assertThat(finished.outcome()).isEqualTo(Outcome.DECLINED);
    assertThat(site.store.files()).isEmpty();
  }

  @Test
  void aReplacementThatWasAskedForIsDoneOnce() {
    site.apply(request(two()));

    Finished finished = site.apply(Site.replacing(two(), "a"));

    assertThat(finished.diagnostics()).isEmpty();
    assertThat(finished.outcome()).isEqualTo(Outcome.DONE);
    assertThat(site.world.things()).hasSize(2);
    assertThat(site.plan(request(two())).plan().empty()).isTrue();
  }

  private Finished applyFile(Plan plan, Stacks stacks) {
    return new ApplyRun(site.services())
        .applyPlan(request(stacks), plan, Approver.YES, site.cancellation);
  }

  @Test
  void aPlanFromAFileIsApplied() {
    Plan plan = site.plan(request(two())).plan();

    assertThat(applyFile(plan, two()).outcome()).isEqualTo(Outcome.DONE);
  }

  @Test
  void aPlanFromAFileIsRefusedWhenWhatItReadHasChanged() {
    site.apply(request(two()));
    Stacks bigger = two().thing("c", Map.of());
    Plan plan = site.plan(request(bigger)).plan();
    Thing thing = site.world.things().iterator().next();
    site.world.put(
        new Thing(
            thing.id(),
            thing.attributes().with("size", new Value.Whole(9)),
            thing.ownership(),
            thing.since()));

    Finished finished = applyFile(plan, bigger);

    assertThat(finished.outcome()).isEqualTo(Outcome.STALE);
    assertThat(finished.diagnostics())
        .extracting(Diagnostic::address)
        .containsExactly(Address.of("a"));
  }

  @Test
  void whatTheStackIgnoresMakesNoPlanOfAFileStale() {
    Stacks stack = new Stacks().comparing("size", Compare.IGNORE).thing("a", Map.of("size", 1));
    site.apply(request(stack));
    Stacks bigger = stack.thing("c", Map.of());
    Plan plan = site.plan(request(bigger)).plan();
    Thing thing = site.world.things().iterator().next();
    site.world.put(
        new Thing(
            thing.id(),
            thing.attributes().with("size", new Value.Whole(9)),
            thing.ownership(),
            thing.since()));

    assertThat(applyFile(plan, bigger).outcome()).isEqualTo(Outcome.DONE);
  }

  @Test
  void aPlanFromAFileIsAppliedOnce() {
    Plan plan = site.plan(request(two())).plan();
    applyFile(plan, two());

    assertThat(applyFile(plan, two()).outcome()).isEqualTo(Outcome.STALE);
    assertThat(site.world.things()).hasSize(2);
  }

  private static Plan plan(Plan plan, PlanHeader header, List<Step> steps) {
    return new Plan(
        header,
        steps,
        plan.changes(),
        plan.unchanged(),
        plan.outputs(),
        plan.reads(),
        plan.diagnostics(),
        plan.approval());
  }

  @Test
  void aPlanWhoseStepsAreNotThoseOfItsDigestIsRefused() {
    Plan plan = site.plan(request(two())).plan();
    Plan shorter = plan(plan, plan.header(), List.of(plan.steps().getFirst()));

    Finished finished = applyFile(shorter, two());

    assertThat(finished.outcome()).isEqualTo(Outcome.STALE);
    assertThat(codes(finished)).containsExactly("CRN3035");
    assertThat(site.world.ledger()).isEmpty();
  }

  @Test
  void aPlanOfAnotherEnvironmentOrStackIsRefusedByBothNames() {
    Plan plan = site.plan(RunRequest.of(two().stack(), "prod", Site.LINEAGE, false)).plan();

    Finished finished = applyFile(plan, two());

    assertThat(finished.outcome()).isEqualTo(Outcome.STALE);
    assertThat(codes(finished)).containsExactly("CRN3036");
    assertThat(finished.diagnostics().getFirst().detail())
        .isEqualTo("environment: the plan has `prod`, this run `default`");
    assertThat(site.world.ledger()).isEmpty();
  }

  @Test
  void aPlanThatCreatesIsNotAppliedByADestroyNorTheOtherWayRound() {
    Plan creating = site.plan(request(two())).plan();
    Plan deleting = site.plan(destroy(two())).plan();
    ApplyRun run = new ApplyRun(site.services());

    assertThat(codes(run.applyPlan(destroy(two()), creating, Approver.YES, site.cancellation)))
        .containsExactly("CRN3036");
    assertThat(codes(applyFile(deleting, two()))).containsExactly("CRN3036");
  }

  @Test
  void aPlanOfADestroyIsAppliedByADestroy() {
    site.apply(request(two()));
    Plan plan = site.plan(destroy(two())).plan();

    Finished finished =
        new ApplyRun(site.services())
            .applyPlan(destroy(two()), plan, Approver.YES, site.cancellation);

    assertThat(plan.header().accounts()).containsExactly("world:1");
    assertThat(finished.outcome()).isEqualTo(Outcome.DONE);
    assertThat(site.world.things()).isEmpty();
  }

  @Test
  void aPlanThatWasMadeForAnotherAccountIsRefused() {
    Plan made = site.plan(request(two())).plan();
    PlanHeader here = made.header();
    Plan moved =
        plan(
            made,
            new PlanHeader(
                here.format(),
                here.stack(),
                here.environment(),
                here.lineage(),
                here.state(),
                here.sourceCommit(),
                here.options(),
                new TreeSet<>(List.of("world:2"))),
            made.steps());
    Plan digested =
        new Plan(
            moved.header(),
            moved.steps(),
            moved.changes(),
            moved.unchanged(),
            moved.outputs(),
            moved.reads(),
            moved.diagnostics(),
            PlanDigest.of(moved, Optional.empty()));

    Finished finished = applyFile(digested, two());

    assertThat(finished.outcome()).isEqualTo(Outcome.STALE);
    assertThat(finished.diagnostics().getFirst().detail())
        .isEqualTo("accounts: the plan has `world:2`, this run `world:1`");
  }

  @Test
  void aFailedStepFailsTheRunAndKeepsWhatIsDone() {
    site.world.fault("world:Pin", new Fault.Refuse(Kind.DENIED));

    Finished finished = site.apply(request(two()));

    assertThat(finished.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(codes(finished)).containsExactly("CRN3001");
    assertThat(site.store.files()).containsKey("demo/default/resources/a.json");
    assertThat(site.apply(request(two())).outcome()).isEqualTo(Outcome.DONE);
    assertThat(site.world.things()).hasSize(2);
  }

  @Test
  void aResourceThatIsNotAsPlannedAfterwardsFailsTheRunByName() {
    site.world.readLie(new Value.Whole(5));

    Finished finished = site.apply(request(two()));

    assertThat(finished.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(finished.diagnostics())
        .singleElement()
        .satisfies(problem -> {
          assertThat(problem.code()).isEqualTo("CRN3025");
          assertThat(problem.detail()).contains("`a`").contains("size");
        });
  }

  @Test
  void anObjectOfOurLineageInNoRecordStopsThePlan() {
    site.apply(request(two()));
    Site cloned = new Site();
    site.world.things().forEach(cloned.world::put);

    Finished finished = cloned.apply(request(two()));

    assertThat(finished.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(codes(finished)).containsOnly("CRN3028");
    assertThat(cloned.world.ledger()).isEmpty();
  }

  @Test
  void aStateOfAnotherLineageIsRefused() {
    site.apply(request(two()));
    RunRequest foreign = RunRequest.of(two().stack(), "default", "lineage-2", false);

    assertThatThrownBy(() -> site.apply(foreign)).hasMessageContaining("CRN3030");
  }

  @Test
  void anInterruptedApplyKeepsItsRecordAndSaysSo() {
    site.world.beforeCall(call -> site.cancellation.drain());

    Finished finished = site.apply(request(two()));

    assertThat(finished.outcome()).isEqualTo(Outcome.INTERRUPTED);
    assertThat(codes(finished)).containsExactly("CRN3014");
    assertThat(site.store.files())
        .containsKey("demo/default/resources/a.json")
        .doesNotContainKey("demo/default/resources/b.json");
    assertThat(site.journals.runs()).isEmpty();
  }

  @Test
  void anInterruptedReplacementSaysWhatIsDown() {
    site.apply(request(new Stacks().thing("a", Map.of("name", "one"))));
    site.world.beforeCall(call -> site.cancellation.drain());

    Finished finished = site.apply(request(new Stacks().thing("a", Map.of("name", "two"))));

    assertThat(codes(finished)).containsExactlyInAnyOrder("CRN3014", "CRN3015");
    assertThat(finished.diagnostics())
        .filteredOn(problem -> problem.code().equals("CRN3015"))
        .first()
        .satisfies(down -> {
          assertThat(down.address()).isEqualTo(Address.of("a"));
          assertThat(down.detail()).contains("its old object is deleted");
        });
  }

  @Test
  void anotherStackInTheSameStoreIsNoConflict() {
    site.store.beforeNextPublish(() ->
        site.apply(
            RunRequest.of(
                new Stacks().thing("z", Map.of()).stack(), "other", Site.LINEAGE, false)));

    assertThat(site.apply(request(two())).outcome()).isEqualTo(Outcome.DONE);
    assertThat(site.store.files())
        .containsKeys("demo/other/resources/z.json", "demo/default/resources/b.json");
  }

  @Test
  void aChangeOfTheSameStackInBetweenRefusesTheApplyBeforeAnyCall() {
    site.store.beforeNextPublish(() -> site.apply(request(new Stacks().thing("z", Map.of()))));

    Finished finished = site.apply(request(two()));

    assertThat(finished.outcome()).isEqualTo(Outcome.STALE);
    assertThat(site.world.ledger()).containsExactly("world:Create z");
    assertThat(site.journals.runs()).isEmpty();
  }

  /// A repository at one commit, with an uncommitted file or not.
  private static Source repository(String commit, List<String> ancestors, boolean dirty) {
    return new Source() {
      @Override
      public Optional<String> commit() {
        return Optional.of(commit);
      }

      @Override
      public boolean contains(String other, String newer) {
        return other.equals(newer) || newer.equals(commit) && ancestors.contains(other);
      }

      @Override
      public List<String> dirty(List<String> files) {
        return dirty ? files : List.of();
      }
    };
  }

  @Test
  void anOlderSourceIsNotAppliedUponANewerOne() {
    site.source = repository("new", List.of("old"), false);
    site.apply(request(two()));
    site.source = repository("old", List.of(), false);
    Stacks changed = new Stacks().thing("a", Map.of("size", 2)).thing("b", Map.of());

    Finished refused = site.apply(request(changed));
    Finished forced =
        site.apply(
            new RunRequest(
                changed.stack(),
                "default",
                Site.LINEAGE,
                false,
                new TreeSet<>(),
                new TreeSet<>(),
                new TreeSet<>(),
                new TreeSet<>(List.of(Address.of("a"), Address.of("b"))),
                false,
                List.of()));

    assertThat(refused.outcome()).isEqualTo(Outcome.STALE);
    assertThat(codes(refused)).containsOnly("CRN3023");
    assertThat(forced.outcome()).isEqualTo(Outcome.DONE);
  }

  @Test
  void aPlanOfAnotherCommitThanTheOneThatIsCheckedOutIsRefused() {
    site.source = repository("new", List.of("old"), false);
    site.apply(request(two()));
    site.source = repository("old", List.of(), false);
    Stacks changed = new Stacks().thing("a", Map.of("size", 2)).thing("b", Map.of());
    Plan plan = site.plan(request(changed)).plan();
    site.source = repository("new", List.of("old"), false);

    Finished finished = applyFile(plan, changed);

    assertThat(finished.outcome()).isEqualTo(Outcome.STALE);
    assertThat(codes(finished)).containsOnly("CRN3036");
  }

  @Test
  void aPlanIsHeldAgainstRealityWhateverItsReadingsSay() {
    Stacks before = new Stacks().thing("a", Map.of("size", 1));
    Stacks after = new Stacks().thing("a", Map.of("size", 2));
    site.apply(request(before));
    Plan made = site.plan(request(after)).plan();
    Thing thing = site.world.things().iterator().next();
    site.world.put(
        new Thing(
            thing.id(),
            thing.attributes().with("size", new Value.Whole(7)),
            thing.ownership(),
            thing.since()));
    Plan now = site.plan(request(after)).plan();

    for (var reads : List.of(made.reads(), now.reads(), new TreeMap<Address, ContentId>())) {
      Plan edited =
          new Plan(
              made.header(),
              made.steps(),
              made.changes(),
              made.unchanged(),
              made.outputs(),
              reads,
              made.diagnostics(),
              made.approval());
      assertThat(applyFile(edited, after).outcome()).isEqualTo(Outcome.STALE);
    }
  }

  @Test
  void whatTheFileOfAPlanSaysBesideItsStepsIsNotShown() {
    die();
    Plan warned = site.plan(request(two())).plan();
    assertThat(warned.diagnostics()).isNotEmpty();
    site.apply(request(two()));
    site.apply(destroy(two()));
    Plan made = site.plan(request(two())).plan();
    Plan plan =
        new Plan(
            made.header(),
            made.steps(),
            List.of(),
            7,
            Value.Fields.EMPTY,
            made.reads(),
            warned.diagnostics(),
            made.approval());

    Finished finished = applyFile(plan, two());

    assertThat(finished.outcome()).isEqualTo(Outcome.DONE);
    assertThat(codes(finished)).isEmpty();
    assertThat(finished.plan().orElseThrow().changes())
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("reasons")
        .isEqualTo(made.changes());
    assertThat(finished.plan().orElseThrow().unchanged()).isZero();
  }

  @Test
  void filesThatAreNotCommittedAreNotApplied() {
    site.source = repository("new", List.of(), true);

    Finished finished = site.apply(request(two()));

    assertThat(finished.outcome()).isEqualTo(Outcome.STALE);
    assertThat(codes(finished)).containsExactly("CRN3024");
    assertThat(site.world.ledger()).isEmpty();
  }
}
