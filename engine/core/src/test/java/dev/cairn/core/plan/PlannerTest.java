package dev.cairn.core.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.api.diagnostic.Diagnostic;
import dev.cairn.api.diagnostic.SourceRange;
import dev.cairn.api.plan.Step;
import dev.cairn.api.resource.Recorded;
import dev.cairn.api.resource.Scope;
import dev.cairn.api.value.Value;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlannerTest {
  private static final String TWO =
      """
      resources:
        a: { type: sample.network, cidrBlock: 10.0.0.0/16, tags: { Name: a } }
        b: { type: sample.network, cidrBlock: 10.1.0.0/16, parentId: "${a.id}" }
      """;

  @TempDir Path directory;
  private Bench bench;

  @BeforeEach
  void open() {
    bench = new Bench(directory);
  }

  @Test
  void aNewStackIsCreatedInTheOrderOfItsReferences() {
    assertThat(Bench.text(bench.stack(TWO).plan()))
        .isEqualTo(
            """
            CREATE a {cidrBlock: - → 10.0.0.0/16, tags.Name: - → a} Added NONE
            CREATE b {cidrBlock: - → 10.1.0.0/16, parentId: - → ?[a.id]} Added NONE
            - a:create: Create(cidrBlock=10.0.0.0/16 tags=(Name=a))
            - b:create after a:create: Create(cidrBlock=10.1.0.0/16 parentId=?[a.id])\
            """);
  }

  @Test
  void whatWasAppliedNeedsNothing() {
    bench.stack(TWO).settle();
    assertThat(bench.plan().steps()).isEmpty();
    assertThat(bench.plan().unchanged()).isEqualTo(2);
  }

  @Test
  void anEditChangesWhatWasEditedAndSaysWhere() {
    bench.stack(TWO).settle();
    bench.stack(TWO.replace("Name: a", "Name: z"));
    assertThat(Bench.text(bench.plan()))
        .isEqualTo(
            """
            UPDATE a {tags.Name: a → z} Edited IN_PLACE
            - a:update: Change(tags.Name=z)\
            """);
  }

  @Test
  void driftIsToldFromAnEdit() {
    bench.stack(TWO).settle();
    bench.drift("a", "tags", Value.Fields.of("Name", Value.text("by hand")));
    assertThat(Bench.text(bench.plan()))
        .isEqualTo(
            """
            UPDATE a {tags.Name: by hand → a} Drifted IN_PLACE
            - a:update: Change(tags.Name=a)\
            """);
  }

  @Test
  void keysOfSomebodyElseInAMapAreNoDifference() {
    bench.stack(TWO).settle();
    bench.drift(
        "a",
        "tags",
        Value.Fields.of(java.util.Map.of("Name", Value.text("a"), "theirs", Value.text("x"))));
    assertThat(bench.plan().steps()).isEmpty();
  }

  @Test
  void anEmptyMapBesideKeysOfOthersTakesOutOursAndIsNoDifferenceAfterwards() {
    bench.stack(TWO).settle();
    bench.drift(
        "a",
        "tags",
        Value.Fields.of(java.util.Map.of("Name", Value.text("a"), "theirs", Value.text("x"))));
    bench.stack(TWO.replace("tags: { Name: a }", "tags: {}"));
    assertThat(Bench.text(bench.plan())).startsWith("UPDATE a {tags.Name: a → -} Unset IN_PLACE");
    bench.settle();
    bench.drift("a", "tags", Value.Fields.of("theirs", Value.text("x")));
    assertThat(Bench.text(bench.plan())).doesNotContain("tags");
  }

  @Test
  void aRemovedKeyIsTakenOutOfTheMap() {
    bench.stack(TWO).settle();
    bench.stack(TWO.replace(", tags: { Name: a }", ""));
    assertThat(Bench.text(bench.plan()))
        .isEqualTo(
            """
            UPDATE a {tags.Name: a → -} Unset IN_PLACE
            - a:update: Change(tags.Name=(removed))\
            """);
  }

  @Test
  void aRemovedAttributeGoesBackToItsDefaultOrIsReleased() {
    String set =
        "resources:\n"
            + "  a: { type: sample.network, cidrBlock: 10.0.0.0/16, mode: closed, size: 3 }\n";
    bench.stack(set).settle();
    bench.stack("resources:\n  a: { type: sample.network, cidrBlock: 10.0.0.0/16 }\n");
    assertThat(Bench.text(bench.plan()))
        .isEqualTo(
            """
            UPDATE a {mode: closed → open, size: 3 → 3} Unset,Released IN_PLACE
            - a:update: Change(mode=open)\
            """);
    bench.settle();
    assertThat(bench.plan().steps()).isEmpty();
  }

  @Test
  void anEditOfWhatIsUsedAtCreationOnlyIsSaidOnce() {
    String yaml =
        "resources:\n"
            + "  a: { type: sample.network, cidrBlock: 10.0.0.0/16, size: 2,"
            + " compare: { size: initial } }\n";
    bench.stack(yaml).settle();
    bench.drift("a", "size", new Value.Whole(7));
    assertThat(bench.plan().changes()).isEmpty();
    bench.stack(yaml.replace("size: 2", "size: 4"));
    assertThat(Bench.text(bench.plan()))
        .isEqualTo(
            """
            UPDATE a {size: 7 → 4} CreationOnly NONE
            - a:record\
            """);
    bench.settle();
    assertThat(bench.plan().changes()).isEmpty();
  }

  @Test
  void whatIsUsedAtCreationOnlyIsUsedByAReplacement() {
    String yaml =
        "resources:\n"
            + "  a: { type: sample.network, cidrBlock: 10.0.0.0/16, size: 2,"
            + " compare: { size: initial } }\n";
    bench.stack(yaml).settle();
    bench.stack(yaml.replace("size: 2", "size: 4"));
    assertThat(Bench.text(bench.plan("a"))).startsWith("REPLACE a {size: 2 → 4} Requested,Edited");
  }

  @Test
  void whatTheApiCannotTakeAwayIsReplaced() {
    String yaml =
        "resources:\n  a: { type: sample.network, cidrBlock: 10.0.0.0/16, password: secret }\n";
    bench.stack(yaml).settle();
    bench.stack(yaml.replace(", password: secret", ""));
    assertThat(Bench.text(bench.plan())).startsWith("REPLACE a {password: *** → -} Unset");
  }

  @Test
  void aReplacementIsCarriedThroughReferencesAndTheNewObjectComesFirst() {
    bench.stack(TWO).settle();
    bench.stack(TWO.replace("10.0.0.0/16", "10.9.0.0/16"));
    assertThat(Bench.text(bench.plan()))
        .isEqualTo(
            """
            REPLACE a {cidrBlock: 10.0.0.0/16 → 10.9.0.0/16} Edited DATA_LOSS
            UPDATE b {parentId: id-a → ?[a.id]} TargetReplaced IN_PLACE
            - a:create: Create(cidrBlock=10.9.0.0/16 tags=(Name=a))
            - b:update after a:create: Change(parentId=?[a.id])
            - a:delete after a:create, b:update: Delete()\
            """);
  }

  @Test
  void whatFollowsANewResourceDoesNotFollowAReplacement() {
    bench.stack(TWO).settle();
    bench.stack(
        TWO.replace("${a.id}", "${c.id}")
            + "  c: { type: sample.network, cidrBlock: 10.2.0.0/16 }\n");
    assertThat(Bench.text(bench.plan()))
        .contains("UPDATE b {parentId: id-a → ?[c.id]} TargetAdded IN_PLACE");
  }

  @Test
  void whatIsTakenOutOfTheStackIsNotDestroyed() {
    bench.stack(TWO).settle();
    bench.stack(TWO.lines().limit(2).collect(java.util.stream.Collectors.joining("\n")) + "\n");
    assertThat(Bench.text(bench.plan())).contains("DELETE b {} Removed");
  }

  @Test
  void whatNothingRefersToGoesBeforeItsSuccessorComes() {
    String two =
        TWO.replace("10.1.0.0/16", "10.1.0.0/16, lifecycle: { createBeforeDelete: false }");
    bench.stack(two).settle();
    assertThat(Bench.text(bench.stack(two.replace("10.1.0.0/16", "10.9.0.0/16")).plan()))
        .endsWith(
            """
            - b:delete: Delete()
            - b:create after b:delete: Create(cidrBlock=10.9.0.0/16 parentId=id-a)\
            """);
  }

  @Test
  void whatIsReferredToGoesOnceNobodyRefersToItThoughNobodyAskedForThat() {
    bench.stack(TWO).settle();
    assertThat(Bench.text(bench.stack(TWO.replace("10.0.0.0/16", "10.9.0.0/16")).plan()))
        .endsWith(
            """
            - a:create: Create(cidrBlock=10.9.0.0/16 tags=(Name=a))
            - b:update after a:create: Change(parentId=?[a.id])
            - a:delete after a:create, b:update: Delete()\
            """);
  }

  @Test
  void whatMustGoFirstUnderSomethingThatCannotDoWithoutItIsRefusedWithBothNames() {
    String first = "lifecycle: { createBeforeDelete: false }, cidrBlock: ";
    bench.stack(TWO.replace("cidrBlock: ", first)).settle();
    bench.stack(TWO.replace("cidrBlock: ", first).replace("10.0.0.0/16", "10.9.0.0/16"));
    assertThat(Bench.text(bench.plan())).contains("CRN2026 `b` refers to `a` and stays");
  }

  @Test
  void whatAReplacementThatComesFirstDependsOnComesFirstToo() {
    String yaml =
        """
        resources:
          h: { type: sample.host, endpoint: one }
          a: { type: sample.network, cidrBlock: 10.0.0.0/16, host: "${h}" }
        """;
    bench.stack(yaml).settle();
    assertThat(Bench.text(bench.plan("h", "a")))
        .endsWith(
            """
            - h:create: Create(endpoint=one)
            - a:create after h:create: Create(cidrBlock=10.0.0.0/16 host={"$ref":"h"})
            - a:delete after a:create: Delete()
            - h:delete after a:create, a:delete, h:create: Delete()\
            """);
  }

  @Test
  void whatComesFirstForSomethingElseAndKeepsItsKeyIsRefusedWithBothNames() {
    String late = "parentId: p, lifecycle: { createBeforeDelete: false }";
    String yaml =
        TWO.replace("tags: { Name: a }", late).replace("10.1.0.0/16", "10.1.0.0/16, size: 1");
    bench.stack(yaml).settle();
    Proposal plan = bench.plan("a", "b");
    assertThat(Bench.text(plan)).contains("CRN2020 `a` keeps cidrBlock");
    assertThat(plan.diagnostics().getFirst().suggestions())
        .contains("delete first: `lifecycle: {createBeforeDelete: false}` of `b`");
  }

  @Test
  void whatIsNoLongerWantedIsDeletedBeforeWhatItRefersTo() {
    bench.stack(TWO).settle();
    assertThat(Bench.text(bench.destroying().plan()))
        .isEqualTo(
            """
            DELETE a {} Destroyed DATA_LOSS
            DELETE b {} Destroyed DATA_LOSS
            - b:delete: Delete()
            - a:delete after b:delete: Delete()\
            """);
  }

  @Test
  void whatVanishedIsMadeAgainAndItsUsersFollow() {
    bench.stack(TWO).settle();
    bench.vanish("a");
    assertThat(Bench.text(bench.plan()))
        .isEqualTo(
            """
            CREATE a {cidrBlock: - → 10.0.0.0/16, tags.Name: - → a} Missing NONE
            UPDATE b {parentId: id-a → ?[a.id]} TargetReplaced IN_PLACE
            - a:create: Create(cidrBlock=10.0.0.0/16 tags=(Name=a))
            - b:update after a:create: Change(parentId=?[a.id])\
            """);
  }

  @Test
  void nothingIsDoneWithWhatCannotBeRead() {
    bench.stack(TWO).settle();
    bench.hide("a");
    assertThat(Bench.text(bench.plan()))
        .isEqualTo(
            """
            UNREAD a {} Unread NONE
            CRN2030 SAMPLE cannot be reached: sample:Read timeout: no answer; not looked at: `a`\
            """);
    assertThat(bench.plan().unchanged()).isEqualTo(1);
  }

  @Test
  void anAccountThatCannotBeReadIsToldAtItsProvider() {
    bench.stack("providers: { sample: { region: here } }\n" + TWO).settle();
    bench.hide("b");
    assertThat(bench.plan().diagnostics())
        .singleElement()
        .satisfies(unread -> {
          assertThat(unread.detail()).startsWith("SAMPLE here cannot be reached");
          assertThat(unread.range()).extracting(SourceRange::line).isEqualTo(2);
        });
  }

  @Test
  void anUpdateOfWhatDependsOnWhatCannotBeReadWaitsAndIsShown() {
    bench.stack(TWO).settle();
    bench.hide("a");
    bench.drift("b", "parentId", Value.text("by hand"));
    assertThat(Bench.text(bench.plan()))
        .isEqualTo(
            """
            UNREAD a {} Unread NONE
            WAIT b {parentId: by hand → id-a} Waits,Drifted NONE
            CRN2030 SAMPLE cannot be reached: sample:Read timeout: no answer; not looked at: `a`; \
            waiting for that: `b`\
            """);
  }

  @Test
  void aReplacementAndADeletionAndACreationWaitToo() {
    bench.stack(TWO).settle();
    bench.hide("a");
    assertThat(Bench.text(bench.plan("b"))).contains("WAIT b").doesNotContain("\n- ");

    bench.stack(TWO.lines().limit(2).collect(Collectors.joining("\n")));
    assertThat(Bench.text(bench.plan())).contains("WAIT b").doesNotContain("\n- ");

    bench.stack(TWO.replace("  b:", "  c:"));
    assertThat(Bench.text(bench.plan()))
        .contains("WAIT c {cidrBlock: - → 10.1.0.0/16", "WAIT b")
        .doesNotContain("\n- ");
  }

  @Test
  void whatIsStillUsedBySomethingUnseenIsNotDeleted() {
    bench.stack(TWO).settle();
    bench.hide("b");
    assertThat(Bench.text(bench.destroying().plan()))
        .isEqualTo(
            """
            WAIT a {} Waits,Destroyed NONE
            UNREAD b {} Destroyed,Unread NONE
            CRN2030 SAMPLE cannot be reached: sample:Read timeout: no answer; not looked at: `b`; \
            waiting for that: `a`\
            """);
  }

  @Test
  void whatHasNothingToDoWithTheUnreadableRuns() {
    String three =
        TWO + "  c: { type: sample.network, cidrBlock: 10.2.0.0/16, tags: { Name: c } }\n";
    bench.stack(three).settle();
    bench.hide("a");
    bench.stack(three.replace("Name: c", "Name: z"));
    Proposal allowed = bench.allowing("a").plan();
    assertThat(allowed.steps())
        .extracting(step -> step.key().toString())
        .containsExactly("c:update");
    assertThat(allowed.diagnostics()).noneMatch(Diagnostic::isError);
  }

  @Test
  void oneCauseIsOneDiagnosticHoweverManyResourcesItHides() {
    String many =
        IntStream.range(0, 26)
            .mapToObj("  n%1$d: { type: sample.network, cidrBlock: 10.%1$d.0.0/16 }\n"::formatted)
            .collect(Collectors.joining("", "resources:\n", ""));
    bench.stack(many).settle();
    IntStream.range(0, 26).forEach(each -> bench.hide("n" + each));
    List<Diagnostic> told = bench.plan().diagnostics();
    assertThat(told).hasSize(1);
    assertThat(told.getFirst().detail()).endsWith("`n0`, `n1`, `n10`, `n11`, `n12` and 21 more");
    assertThat(told.getFirst().suggestions()).hasSize(2);
    assertThat(told.getFirst().suggestions().getFirst()).doesNotContain("--allow-unknown");
  }

  @Test
  void rulesThatNameEachOtherAreSettledAfterBothExistAndTakenOutBeforeBothGo() {
    String rules =
        """
        resources:
          a: { type: sample.network, cidrBlock: 10.0.0.0/16, rules: [ { protocol: tcp, port: "${b.size}" } ] }
          b: { type: sample.network, cidrBlock: 10.1.0.0/16, size: 1, rules: [ { protocol: tcp, port: "${a.size}" } ] }
        """
            .replace("cidrBlock: 10.0", "size: 2, cidrBlock: 10.0");
    assertThat(Bench.text(bench.stack(rules).plan()))
        .endsWith(
            """
            - a:create: Create(cidrBlock=10.0.0.0/16 size=2)
            - b:create: Create(cidrBlock=10.1.0.0/16 size=1)
            - a:settle after a:create, b:create: Change(rules=[(port=1 protocol=tcp)])
            - b:settle after a:create, b:create: Change(rules=[(port=2 protocol=tcp)])\
            """);
    bench.settle();
    assertThat(bench.plan().steps()).isEmpty();
    assertThat(Bench.text(bench.destroying().plan()))
        .endsWith(
            """
            - a:release: Change(rules=[])
            - b:release: Change(rules=[])
            - a:delete after a:release, b:release: Delete()
            - b:delete after a:release, b:release: Delete()\
            """);
  }

  @Test
  void aKeyIsFreedBeforeItIsTaken() {
    bench
        .stack("resources:\n  old: { type: sample.network, cidrBlock: 10.0.0.0/24, parentId: p }\n")
        .settle();
    bench.stack(
        "resources:\n  fresh: { type: sample.network, cidrBlock: 10.0.0.0/24, parentId: p }\n");
    assertThat(Bench.text(bench.plan()))
        .endsWith("fresh:create after old:delete: Create(cidrBlock=10.0.0.0/24 parentId=p)");
  }

  @Test
  void theSameKeyTwiceIsRefused() {
    bench.stack(
        """
        resources:
          a: { type: sample.network, cidrBlock: 10.0.0.0/24, parentId: p }
          b: { type: sample.network, cidrBlock: 10.0.0.0/24, parentId: p }
        """);
    assertThat(Bench.text(bench.plan())).contains("CRN2022 `a` and `b` both have cidrBlock");
  }

  @Test
  void instancesFollowTheirKeysAndWaitForTheirOwnPartnerOnly() {
    bench.stack(
        """
        resources:
          net: { type: sample.network, forEach: { x: 10.0.0.0/24, y: 10.1.0.0/24 }, cidrBlock: "${each.value}" }
          sub: { type: sample.network, forEach: "${net}", cidrBlock: 10.9.0.0/24, parentId: "${net[each.key].id}" }
        """);
    assertThat(Bench.text(bench.plan()))
        .endsWith(
            """
            - net["x"]:create: Create(cidrBlock=10.0.0.0/24)
            - net["y"]:create: Create(cidrBlock=10.1.0.0/24)
            - sub["x"]:create after net["x"]:create: Create(cidrBlock=10.9.0.0/24 parentId=?[net["x"].id])
            - sub["y"]:create after net["y"]:create: Create(cidrBlock=10.9.0.0/24 parentId=?[net["y"].id])\
            """);
  }

  @Test
  void aProtectedResourceIsNotDeleted() {
    String yaml =
        "resources:\n"
            + "  a: { type: sample.network, cidrBlock: 10.0.0.0/16, lifecycle: { protect: true }"
            + " }\n";
    bench.stack(yaml).settle();
    assertThat(Bench.text(bench.destroying().plan())).contains("CRN2021");
  }

  @Test
  void aRetainedResourceIsForgotten() {
    String yaml =
        "resources:\n"
            + "  a: { type: sample.network, cidrBlock: 10.0.0.0/16, lifecycle: { retainOnDelete:"
            + " true } }\n";
    bench.stack(yaml).settle();
    assertThat(Bench.text(bench.destroying().plan()))
        .isEqualTo("FORGET a {} Destroyed NONE\n- a:record");
  }

  @Test
  void aCycleOfExpressionsIsNamedWhole() {
    bench.stack(
        """
        resources:
          a: { type: sample.network, cidrBlock: 10.0.0.0/16, parentId: "${b.id}" }
          b: { type: sample.network, cidrBlock: 10.1.0.0/16, parentId: "${a.id}" }
        """);
    assertThat(Bench.text(bench.plan())).isEqualTo("CRN2001 a → b → a");
  }

  @Test
  void anOptionReplacesWhatNeedsNoReplacement() {
    bench.stack(TWO).settle();
    assertThat(Bench.text(bench.plan("b"))).startsWith("REPLACE b {} Requested");
  }

  private void madeWith(String credential) {
    bench.records.replaceAll((address, record) ->
        new Recorded(
            record.address(),
            record.uid(),
            record.type(),
            record.schemaVersion(),
            record.objects().stream()
                .map(object ->
                    object.in(
                        new Scope(
                            object.scope().provider(),
                            object.scope().settings(),
                            credential,
                            null)))
                .toList(),
            record.dependsOn(),
            record.lifecycle(),
            record.placement(),
            record.run(),
            record.sourceCommit()));
  }

  @Test
  void anotherCredentialOfTheSameAccountIsRecorded() {
    bench.stack(TWO).settle();
    madeWith("old");
    assertThat(Bench.text(bench.plan())).contains("UPDATE a {} Unrecorded", "a:record");
  }

  @Test
  void anotherCredentialOfAnotherAccountIsAnotherObject() {
    bench.stack(TWO).settle();
    madeWith("old");
    bench.accounts = scope -> Optional.of(scope.credential() == null ? "222" : "111");
    Proposal plan = bench.plan();
    assertThat(Bench.text(plan)).contains("REPLACE a {account: 111 → 222}");
    assertThat(plan.steps())
        .filteredOn(Step.Delete.class::isInstance)
        .allSatisfy(step -> assertThat(step.scopes().getFirst().credential()).isEqualTo("old"));
  }

  @Test
  void aCredentialWhoseAccountIsNotToldRefusesThePlan() {
    bench.stack(TWO).settle();
    madeWith("old");
    bench.accounts = scope -> Optional.empty();
    assertThat(Bench.text(bench.plan())).contains("CRN2028");
  }

  @Test
  void aDependencyThatIsAddedIsRecordedAndOrdersTheDeletion() {
    String alone = "resources:\n  a: { type: sample.network, cidrBlock: 10.0.0.0/16 }\n";
    String b = "  b: { type: sample.network, cidrBlock: 10.1.0.0/16%s }\n";
    bench.stack(alone + b.formatted("")).settle();
    bench.stack(alone + b.formatted(", dependsOn: [ a ]"));
    assertThat(Bench.text(bench.plan())).startsWith("UPDATE b {} Unrecorded");
    bench.settle();
    assertThat(bench.plan().steps()).isEmpty();
    assertThat(Bench.text(bench.destroying().plan())).contains("a:delete after b:delete");
  }

  @Test
  void aKeyThatIsKeptByWhatIsOnlyForgottenIsNobodyElses() {
    String kept =
        "resources:\n"
            + "  %s: { type: sample.network, cidrBlock: 10.0.0.0/24, parentId: p, lifecycle: {"
            + " retainOnDelete: true } }\n";
    bench.stack(kept.formatted("old")).settle();
    bench.stack(kept.formatted("fresh"));
    assertThat(Bench.text(bench.plan())).contains("CRN2025 `fresh` needs cidrBlock");
  }
}
