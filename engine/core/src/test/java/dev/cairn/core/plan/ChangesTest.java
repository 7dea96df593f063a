package dev.cairn.core.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.api.address.Address;
import dev.cairn.api.address.Path;
import dev.cairn.api.address.TypeName;
import dev.cairn.api.plan.Difference;
import dev.cairn.api.plan.Reason;
import dev.cairn.api.value.Value;
import dev.cairn.core.schema.Catalog;
import dev.cairn.core.schema.Types;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ChangesTest {
  private static final TypeName TYPE = new TypeName("sample", "network");
  private final Catalog catalog = new Types(List.of(new CallingProvider()));
  private final Draft draft =
      new Draft(
          Address.of("a"),
          catalog.schema(TYPE).orElseThrow(),
          catalog.type(TYPE).orElseThrow(),
          null,
          List.of());

  private Changes changes() {
    return new Changes(new TreeMap<>(Map.of(draft.address, draft)), new TreeSet<>());
  }

  @ParameterizedTest
  @EnumSource(
      value = Verdict.class,
      names = {"NO_OP", "UNKNOWN", "BLOCKED"},
      mode = EnumSource.Mode.EXCLUDE)
  void aChangeThatSaysNeitherWhatNorWhyIsAnErrorOfThePlanner(Verdict verdict) {
    draft.verdict = verdict;

    assertThatThrownBy(() -> changes().all())
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("a change of a without a difference and without a reason");
  }

  @Test
  void aDifferenceOrAReasonIsEnough() {
    draft.verdict = Verdict.UPDATE;
    draft.reasons.add(new Reason.Unfinished());
    assertThat(changes().all()).hasSize(1);

    draft.reasons.clear();
    draft.differences.add(new Difference(Path.of("cidrBlock"), null, Value.text("10.0.0.0/16")));
    assertThat(changes().all()).hasSize(1);
  }
}
