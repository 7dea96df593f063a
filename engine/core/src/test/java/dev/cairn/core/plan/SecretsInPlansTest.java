package dev.cairn.core.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.api.plan.Approval;
import dev.cairn.api.plan.Plan;
import dev.cairn.api.plan.PlanHeader;
import dev.cairn.api.value.Value;
import dev.cairn.codec.PlanFormat;
import dev.cairn.codec.Seal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsInPlansTest {
  private static final String OLD = "old-and-hushed";
  private static final String STACK =
      """
      variables:
        pw: { type: string, default: %s, sensitive: true }
      resources:
        a:
          type: sample.network
          cidrBlock: 10.0.0.0/16
          tags: { Name: "${vars.pw}" }
          groups: [plain, "x-${vars.pw}"]
      """;

  @TempDir Path directory;
  private Bench bench;

  @BeforeEach
  void applied() {
    bench = new Bench(directory);
    bench.stack(STACK.formatted(OLD)).settle();
    report("Name", OLD);
    bench.drift("a", "groups", list("plain", "x-" + OLD));
  }

  @Test
  void whatIsObservedOfAnUnchangedSecretNeedsNothing() {
    assertThat(Bench.text(bench.plan())).isEmpty();
  }

  @Test
  void theOldValueOfAChangedSecretIsNotShown() {
    bench.stack(STACK.formatted("new"));
    assertThat(Bench.text(bench.plan()))
        .startsWith("UPDATE a {groups: *** → [plain ***], tags.Name: *** → ***} Edited,Edited");
    assertThat(written(bench.plan())).contains("10.0.0.0/16").doesNotContain(OLD);
  }

  @Test
  void aDriftedSecretIsNotShown() {
    report("Name", "by-hand");
    bench.drift("a", "groups", list("by-hand"));
    assertThat(Bench.text(bench.plan())).contains("tags.Name: *** → ***", "Drifted");
    assertThat(written(bench.plan())).doesNotContain("by-hand").doesNotContain(OLD);
  }

  @Test
  void aSecretThatIsNoLongerSetIsNotShown() {
    bench.stack("resources:\n  a: { type: sample.network, cidrBlock: 10.0.0.0/16 }\n");
    assertThat(Bench.text(bench.plan())).contains("tags.Name: *** → -", "groups: *** → []");
    assertThat(written(bench.plan())).doesNotContain(OLD);
  }

  @Test
  void aDeletedSecretIsNotShown() {
    assertThat(written(bench.destroying().plan())).contains("a:delete").doesNotContain(OLD);
  }

  @Test
  void whatBecomesASecretIsNotShownAndItsMarkIsRecorded() {
    String clear = "resources:\n  a: { type: sample.network, cidrBlock: 10.0.0.0/16, tags: %s }\n";
    bench.stack(clear.formatted("{ Name: " + OLD + " }")).settle();
    bench.stack(
        "variables:\n  pw: { type: string, default: "
            + OLD
            + ", sensitive: true }\n"
            + clear.formatted("{ Name: \"${vars.pw}\" }"));
    bench.settle();
    assertThat(bench.records.firstEntry().getValue().current().orElseThrow().attributes())
        .matches(Value::sensitive);
    assertThat(bench.plan().steps()).isEmpty();
  }

  private void report(String tag, String value) {
    bench.drift("a", "tags", Value.Fields.of(Map.of(tag, Value.text(value))));
  }

  private static Value list(String... items) {
    return new Value.Items(List.of(items).stream().<Value>map(Value.Text::new).toList());
  }

  private static String written(Proposal proposal) {
    PlanHeader header =
        new PlanHeader(1, "test", "default", "l", null, null, new TreeMap<>(), new TreeSet<>());
    return new PlanFormat(Seal.MARK)
        .write(
            new Plan(
                header,
                proposal.steps(),
                proposal.changes(),
                proposal.unchanged(),
                proposal.outputs(),
                proposal.reads(),
                proposal.diagnostics(),
                new Approval.Preview("a test")));
  }
}
