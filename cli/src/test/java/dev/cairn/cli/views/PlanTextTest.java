package dev.cairn.cli.views;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.api.address.Address;
import dev.cairn.api.address.Path;
import dev.cairn.api.address.TypeName;
import dev.cairn.api.diagnostic.Diagnostic;
import dev.cairn.api.diagnostic.SourceRange;
import dev.cairn.api.plan.Action;
import dev.cairn.api.plan.Approval;
import dev.cairn.api.plan.Call;
import dev.cairn.api.plan.Change;
import dev.cairn.api.plan.Difference;
import dev.cairn.api.plan.Plan;
import dev.cairn.api.plan.PlanHeader;
import dev.cairn.api.plan.Reason;
import dev.cairn.api.plan.Repeat;
import dev.cairn.api.plan.Step;
import dev.cairn.api.plan.StepKey;
import dev.cairn.api.plan.Supply;
import dev.cairn.api.resource.Desired;
import dev.cairn.api.resource.Lifecycle;
import dev.cairn.api.resource.Scope;
import dev.cairn.api.schema.Impact;
import dev.cairn.api.schema.Timeouts;
import dev.cairn.api.value.Residual;
import dev.cairn.api.value.Shape;
import dev.cairn.api.value.Value;
import dev.cairn.codec.Seal;
import dev.cairn.core.run.Finished;
import dev.cairn.core.run.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class PlanTextTest {
  private static final PlanText TEXT = new PlanText(Palette.PLAIN, 120);

  @Test
  void eachChangeIsALineWithItsReasonsAndWhatDiffersBelow() {
    Change create =
        change(
            "vpc",
            "aws.vpc",
            Action.CREATE,
            Impact.NONE,
            List.of(new Reason.Added(at(7))),
            new Difference(Path.of("cidrBlock"), null, Value.text("10.0.0.0/16")));
    Change update =
        change(
            "web",
            "docker.container",
            Action.REPLACE,
            Impact.RESTART,
            List.of(
                new Reason.Edited(Path.of("image"), at(20)),
                new Reason.TargetReplaced(Path.of("networks"), Address.of("front"))),
            new Difference(Path.of("image"), Value.text("nginx:1.26"), Value.text("nginx:1.27")),
            new Difference(
                Path.of("password"),
                new Value.Sensitive(Value.text("old secret"), null),
                new Value.Sensitive(Value.text("new secret"), null)),
            new Difference(Path.of("networkId"), Value.text("n1"), unknown()));

    assertThat(text(plan(create, update)))
        .isEqualTo(
            """
              + vpc  aws.vpc           new at stack.yaml:7
                    cidrBlock: "10.0.0.0/16"
            -/+ web  docker.container  replace: image set at stack.yaml:20; networks follows front, which is replaced  [restart]
                    image: "nginx:1.26" -> "nginx:1.27"
                    password: (sensitive) -> (sensitive) (another value)
                    networkId: "n1" -> (known after apply)

            Plan: 1 to create, 1 to replace; 4 unchanged.
            Digest: sha256:abc
            """);
  }

  @Test
  void whatStaysOnTheObjectIsSaidInWords() {
    Change change =
        change(
            "group",
            "aws.autoscalingGroup",
            Action.RELEASE,
            Impact.NONE,
            List.of(
                new Reason.CreationOnly(Path.of("desiredCapacity"), at(9)),
                new Reason.Released(Path.of("zones"), "a group is always in some zones")),
            new Difference(Path.of("desiredCapacity"), new Value.Whole(2), new Value.Whole(5)),
            new Difference(Path.of("zones"), Value.text("a"), Value.text("a")));
    assertThat(text(plan(change)))
        .contains("        = desiredCapacity 5 is used at creation only; now 2\n")
        .contains(
            "        = zones stays as it is on the object: \"a\"; no longer managed:"
                + " a group is always in some zones\n");
  }

  @Test
  void anEditOfWhatIsUsedAtCreationOnlyIsNoUpdate() {
    Change change =
        change(
            "group",
            "aws.autoscalingGroup",
            Action.UPDATE,
            Impact.NONE,
            List.of(new Reason.CreationOnly(Path.of("desiredCapacity"), at(9))),
            new Difference(Path.of("desiredCapacity"), new Value.Whole(2), new Value.Whole(5)));
    assertThat(text(plan(change)))
        .contains("Nothing to apply: 1 to record only; 4 unchanged.")
        .doesNotContain("to update");
  }

  @Test
  void aListShowsOnlyTheElementsThatComeAndGo() {
    Change update =
        change(
            "web",
            "aws.securityGroup",
            Action.UPDATE,
            Impact.IN_PLACE,
            List.of(new Reason.Edited(Path.of("ingress"), at(9))),
            new Difference(
                Path.of("ingress"),
                new Value.Items(List.of(rule(80), rule(22))),
                new Value.Items(List.of(rule(443), rule(80)))));

    assertThat(text(plan(update)))
        .startsWith(
            """
              ~ web  aws.securityGroup  ingress set at stack.yaml:9  [in place]
                    ingress:
                      - {fromPort: 22, ipProtocol: "tcp"}
                      + {fromPort: 443, ipProtocol: "tcp"}
            """);
  }

  @Test
  void noLineOfReasonsIsWiderThanTheTerminal() {
    List<Reason> many =
        List.of("alpha", "bravo", "charlie", "delta", "echo", "foxtrot", "golf").stream()
            .<Reason>map(name -> new Reason.Edited(Path.of(name), at(100)))
            .toList();
    String text = text(plan(change("web", "aws.instance", Action.UPDATE, Impact.RESTART, many)));

    assertThat(text.lines()).allMatch(line -> line.length() <= 120);
    assertThat(text).contains("golf set at stack.yaml:100");
  }

  @Test
  void aPlanWithoutStepsSaysSo() {
    assertThat(text(plan())).isEqualTo("No changes. 4 unchanged.\n");
  }

  @Test
  void theDocumentHoldsNoSecret() {
    Change update =
        change(
            "web",
            "docker.container",
            Action.UPDATE,
            Impact.RESTART,
            List.of(),
            new Difference(
                Path.of("password"), null, new Value.Sensitive(Value.text("open sesame"), null)));

    assertThat(PlanDocument.of(plan(update), OutputChanges.NONE).toString())
        .doesNotContain("sesame");
  }

  @Test
  void aPlanWithErrorsSaysThatItCannotBeApplied() {
    Plan bare = plan();
    Plan wrong =
        new Plan(
            bare.header(),
            bare.steps(),
            bare.changes(),
            0,
            bare.outputs(),
            bare.reads(),
            List.of(Diagnostic.error("CRN2001", "this is wrong", "")),
            bare.approval());
    assertThat(text(wrong)).isEqualTo("This plan cannot be applied: 1 error.\n");
    assertThat(PlanDocument.of(wrong, OutputChanges.NONE).fields())
        .containsEntry("empty", new Value.Flag(false))
        .containsEntry("refused", new Value.Flag(true))
        .doesNotContainKey("digest");
  }

  @Test
  void whatWasNotLookedAtIsCountedAndIsNeverNoChange() {
    Plan plan =
        plan(
            change(
                "engine",
                "docker.host",
                Action.UNREAD,
                Impact.NONE,
                List.of(new Reason.Unread("engine unix:///e"))),
            change(
                "net",
                "docker.network",
                Action.WAIT,
                Impact.NONE,
                List.of(new Reason.Waits(Action.UPDATE, Address.of("engine")))));
    assertThat(text(plan))
        .isEqualTo(
            """
              . engine  docker.host     not looked at: engine unix:///e could not be read
              . net     docker.network  not now: update waits for engine, which could not be read

            Nothing to apply: 4 unchanged; 1 waiting; 1 not looked at.
            """);
    Value.Fields document = PlanDocument.of(plan, OutputChanges.NONE);
    assertThat(document.fields("summary").fields())
        .containsEntry("unread", new Value.Whole(1))
        .containsEntry("wait", new Value.Whole(1));
    Finished done =
        new Finished(
            Outcome.DONE,
            Optional.of(plan),
            Optional.empty(),
            Optional.empty(),
            Value.Fields.EMPTY,
            List.of());
    assertThat(new FinishedText(Palette.PLAIN).of(done))
        .isEqualTo("Nothing was changed: 4 unchanged; 1 waiting; 1 not looked at.\n");
  }

  @Test
  void outputsThatChangeAreShownAndCounted() {
    OutputChanges outputs =
        OutputChanges.between(
            Value.Fields.of(Map.of("gone", new Value.Whole(1), "o", Value.text("one"))),
            Value.Fields.of(
                Map.of(
                    "o",
                    Value.text("two"),
                    "secret",
                    new Value.Sensitive(Value.text("open sesame"), null))),
            Seal.MARK);
    assertThat(TEXT.of(plan(), outputs))
        .startsWith(
            """
            Outputs:
              - gone: 1 -> (not set)
              ~ o: "one" -> "two"
              + secret: (sensitive)

            """)
        .contains("4 unchanged; 3 outputs to change.");
    assertThat(PlanDocument.of(plan(), outputs).toString())
        .contains("outputs")
        .doesNotContain("sesame");
  }

  @Test
  void whatAStepBringsFirstStandsBelowItsChange() {
    Plan plan =
        bringing(
            new Supply("pull", TypeName.parse("docker.image"), Value.text("nginx:1.27"), true));
    assertThat(text(plan)).contains("\n        pull nginx:1.27 on host h (not there)\n");
    assertThat(text(bringing(new Supply("pull", TypeName.parse("docker.image"), unknown(), false))))
        .contains(" on host h if it is not there\n");
    assertThat(PlanDocument.of(plan).items("supplies"))
        .singleElement()
        .asString()
        .contains("web", "docker.image", "pull nginx:1.27 on host h (not there)");
  }

  private static Plan bringing(Supply supply) {
    Change change =
        change(
            "web", "docker.container", Action.CREATE, Impact.NONE, List.of(new Reason.Added(null)));
    Plan bare = plan(change);
    Desired web =
        new Desired(
            Address.of("web"),
            TypeName.parse("docker.container"),
            new Scope("docker", Value.Fields.EMPTY, null, Address.of("h")),
            Value.Fields.EMPTY,
            new TreeSet<>(),
            new TreeMap<>(),
            Lifecycle.NONE,
            new TreeSet<>(),
            Value.Fields.EMPTY,
            new Timeouts(Duration.ofMinutes(1), Duration.ofMinutes(1), Duration.ofMinutes(1)),
            null,
            new TreeMap<>());
    Call pull = new Call("docker:ImagePull", Value.Fields.EMPTY, Repeat.SAFE).bringing(supply);
    return new Plan(
        bare.header(),
        List.of(
            new Step.Create(
                StepKey.parse("web:create"), new TreeSet<>(), web, null, List.of(pull))),
        bare.changes(),
        bare.unchanged(),
        bare.outputs(),
        bare.reads(),
        bare.diagnostics(),
        bare.approval());
  }

  private static String text(Plan plan) {
    return TEXT.of(plan, OutputChanges.NONE);
  }

  private static Value.Fields rule(int port) {
    return Value.Fields.of(
        Map.of("ipProtocol", Value.text("tcp"), "fromPort", new Value.Whole(port)));
  }

  private static Value unknown() {
    return new Value.Unknown(Shape.Scalar.STRING, new Residual.Secret("env:NAME"));
  }

  private static SourceRange at(int line) {
    return new SourceRange("stack.yaml", line, 5, line, 9);
  }

  private static Change change(
      String address,
      String type,
      Action action,
      Impact impact,
      List<Reason> reasons,
      Difference... differences) {
    return new Change(
        Address.of(address),
        TypeName.parse(type),
        action,
        List.of(differences),
        reasons,
        impact,
        new TreeSet<>(),
        false,
        true);
  }

  private static Plan plan(Change... changes) {
    PlanHeader header =
        new PlanHeader(1, "dc", "default", "01", null, null, new TreeMap<>(), new TreeSet<>());
    return new Plan(
        header,
        List.of(),
        List.of(changes),
        4,
        Value.Fields.EMPTY,
        new TreeMap<>(),
        List.of(),
        new Approval.Digest("sha256:abc"));
  }
}
