package dev.cairn.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.api.plan.Approval;
import dev.cairn.api.plan.Plan;
import dev.cairn.api.plan.PlanHeader;
import dev.cairn.api.plan.Step;
import dev.cairn.api.resource.Recorded;
import dev.cairn.api.resource.RemoteObject;
import dev.cairn.api.value.Residual;
import dev.cairn.api.value.Value;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlanDigestTest {
  private static final Optional<Hmac> KEY = Optional.of(new Hmac(new byte[32]));
  private static final Value CIDR = new Value.Text("10.0.0.0/16");

  @Test
  void itIsASha256OfTheWholePlan() {
    assertThat(digest(Samples.plan())).matches("sha256:[0-9a-f]{64}");
  }

  @Test
  void theOrderInWhichThePlanListsItsStepsDoesNotMatter() {
    Plan plan = Samples.plan();
    assertThat(digest(Samples.plan(plan.steps().reversed()))).isEqualTo(digest(plan));
  }

  @Test
  void whatIsForPeopleDoesNotMatter() {
    Plan plan = Samples.plan();
    Plan bare =
        new Plan(
            plan.header(),
            plan.steps(),
            List.of(),
            0,
            Value.Fields.of("x", CIDR),
            plan.reads(),
            List.of(),
            plan.approval());
    assertThat(digest(bare)).isEqualTo(digest(plan));
  }

  @Test
  void theRunAndTheCommitThatWroteARecordDoNotMatter() {
    assertThat(digest(Samples.plan(List.of(delete("vpc-1", "01OTHER")))))
        .isEqualTo(digest(Samples.plan(List.of(delete("vpc-1", "01RUN")))));
  }

  @Test
  void theRemoteIdOfWhatIsDeletedMatters() {
    assertThat(digest(Samples.plan(List.of(delete("vpc-2", "01RUN")))))
        .isNotEqualTo(digest(Samples.plan(List.of(delete("vpc-1", "01RUN")))));
  }

  @Test
  void argumentsMatter() {
    assertThat(digest(Samples.plan(List.of(Samples.createVpc(new Value.Text("10.1.0.0/16"))))))
        .isNotEqualTo(digest(Samples.plan(List.of(Samples.createVpc(CIDR)))));
  }

  @Test
  void edgesMatter() {
    Step.Create subnet = (Step.Create) Samples.createSubnet();
    Step loose =
        new Step.Create(subnet.key(), Samples.after(), subnet.desired(), null, subnet.calls());
    assertThat(digest(Samples.plan(List.of(loose))))
        .isNotEqualTo(digest(Samples.plan(List.of(subnet))));
  }

  @Test
  void theEnvironmentMatters() {
    Plan plan = Samples.plan();
    PlanHeader header = plan.header();
    PlanHeader prod =
        new PlanHeader(
            1,
            header.stack(),
            "prod",
            header.lineage(),
            null,
            null,
            header.options(),
            header.accounts());
    Plan other =
        new Plan(
            prod,
            plan.steps(),
            plan.changes(),
            7,
            plan.outputs(),
            plan.reads(),
            List.of(),
            plan.approval());
    assertThat(digest(other)).isNotEqualTo(digest(plan));
  }

  @Test
  void aSecretEntersByItsFingerprintWhereverItComesFrom() {
    assertThat(digest(secret("hunter2", "env:A"))).isEqualTo(digest(secret("hunter2", "file:b")));
    assertThat(digest(secret("hunter3", "env:A"))).isNotEqualTo(digest(secret("hunter2", "env:A")));
  }

  @Test
  void aPlanWithASecretIsAPreviewWithoutTheKey() {
    assertThat(PlanDigest.of(secret("hunter2", "env:A"), Optional.empty()))
        .isInstanceOf(Approval.Preview.class);
    assertThat(PlanDigest.of(Samples.plan(), Optional.empty())).isInstanceOf(Approval.Digest.class);
  }

  @Test
  void aPlanThatWasReadFromItsFileHasTheSameDigest() {
    PlanFormat format = new PlanFormat(Seal.by(KEY));
    for (Plan plan : List.of(Samples.plan(), secret("hunter2", "env:A"))) {
      String text = format.write(plan);
      assertThat(text).doesNotContain("hunter2");
      assertThat(digest(format.read(text, "plan.json"))).isEqualTo(digest(plan));
    }
  }

  private static Plan secret(String secret, String source) {
    Value value = new Value.Sensitive(new Value.Text(secret), new Residual.Secret(source));
    return Samples.plan(List.of(Samples.createVpc(value)));
  }

  private static Step delete(String id, String run) {
    Recorded old = Samples.recorded("old");
    RemoteObject target = old.objects().getFirst();
    RemoteObject other =
        new RemoteObject(
            target.role(),
            id,
            target.scope(),
            target.madeBy(),
            target.attributes(),
            target.set(),
            true);
    Recorded before =
        new Recorded(
            old.address(),
            old.uid(),
            old.type(),
            1,
            List.of(other),
            old.dependsOn(),
            old.lifecycle(),
            null,
            run,
            run);
    return new Step.Delete(
        Samples.key(old.address(), "delete"), Samples.after(), before, other, List.of());
  }

  private static String digest(Plan plan) {
    return ((Approval.Digest) PlanDigest.of(plan, KEY)).sha256();
  }
}
