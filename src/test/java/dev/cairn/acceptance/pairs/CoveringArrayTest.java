package dev.cairn.acceptance.pairs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CoveringArrayTest {
  private static final Space SPACE =
      Space.parse(
          "t", List.of("a: 1", "a: 2", "b: 1", "b: 2", "c: 1", "d: 1", "never a: 1 // [cd]"));

  @Test
  void everyPairThatCanGoTogetherIsInSomeRowAndNoOther() {
    List<List<Setting>> rows = CoveringArray.of(SPACE, 3);
    for (Setting one : SPACE.settings()) {
      assertThat(rows).as("%s", one).anyMatch(row -> row.contains(one));
      for (Setting other : SPACE.settings()) {
        assertThat(rows.stream().anyMatch(row -> row.containsAll(List.of(one, other))))
            .as("%s with %s", one, other)
            .isEqualTo(one.equals(other) || SPACE.together(one, other));
      }
    }
  }

  @Test
  void theSameSeedGivesTheSameRows() {
    assertThat(CoveringArray.of(SPACE, 3)).isEqualTo(CoveringArray.of(SPACE, 3));
  }
}
