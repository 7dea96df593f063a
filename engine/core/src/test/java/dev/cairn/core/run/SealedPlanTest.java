package dev.cairn.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.api.plan.Plan;
import dev.cairn.codec.Hmac;
import dev.cairn.codec.PlanFormat;
import dev.cairn.core.expression.Files;
import dev.cairn.core.expression.Inputs;
import dev.cairn.core.expression.MachineSecrets;
import dev.cairn.core.world.Stacks;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealedPlanTest {
  private static final String SECRET = "\"x\" + secret(\"env:A\")";
  private final Site site = new Site();

  private Plan written(String expression) {
    site.key = Optional.of(new Hmac("0123456789abcdef".repeat(2).getBytes(StandardCharsets.UTF_8)));
    secrets(Map.of("A", "hushed-one"));
    PlanFormat format = new PlanFormat(site.services().seal());
    String text = format.write(site.plan(Site.request(stack(expression))).plan());
    assertThat(text).doesNotContain("hushed-one");
    return format.read(text, "plan");
  }

  private static Stacks stack(String expression) {
    return new Stacks().thing("a", Map.of("password", "$" + expression));
  }

  private void secrets(Map<String, String> environment) {
    site.inputs = new Inputs(Files.NONE, new MachineSecrets(environment, Path.of(""), Map.of()));
  }

  private Finished apply(Plan plan, String expression) {
    return new ApplyRun(site.services())
        .applyPlan(Site.request(stack(expression)), plan, Approver.YES, site.cancellation);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "secret(\"env:A\")",
        SECRET,
        "secret(\"env:A\") + secret(\"env:A\")",
      })
  void aDerivedSecretIsMadeAgainFromAPlanFile(String expression) {
    Finished finished = apply(written(expression), expression);

    assertThat(finished.outcome()).as("%s", finished.diagnostics()).isEqualTo(Outcome.DONE);
    assertThat(site.world.things().iterator().next().attributes().text("password").orElseThrow())
        .contains("hushed-one");
  }

  @Test
  void anotherSecretThanThePlannedOneRefusesThePlanBeforeAnythingIsSent() {
    Plan plan = written(SECRET);
    secrets(Map.of("A", "another"));

    refused(apply(plan, SECRET), "CRN3012");
  }

  @Test
  void aSecretThatIsNotThereRefusesThePlanBeforeAnythingIsSent() {
    Plan plan = written(SECRET);
    secrets(Map.of());

    refused(apply(plan, SECRET), "CRN1314");
  }

  private void refused(Finished finished, String code) {
    assertThat(finished.outcome()).isEqualTo(Outcome.STALE);
    assertThat(finished.diagnostics()).allMatch(found -> found.code().equals(code)).isNotEmpty();
    assertThat(site.world.ledger()).isEmpty();
    assertThat(site.store.files()).isEmpty();
  }
}
