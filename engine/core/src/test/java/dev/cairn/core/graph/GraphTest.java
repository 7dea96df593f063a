package dev.cairn.core.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GraphTest {
  @Test
  void eachNodeComesAfterWhatItWaitsForAndTiesGoByName() {
    Graph<String> graph =
        Graph.of(Map.of("d", Set.of("b", "c"), "c", Set.of("a"), "b", Set.of("a"), "a", Set.of()));
    assertThat(graph.order()).containsExactly("a", "b", "c", "d");
    assertThat(graph.cycle()).isEmpty();
  }

  @Test
  void aCycleIsNamedWithItsMembersAndNoOther() {
    Graph<String> graph =
        Graph.of(
            Map.of(
                "x",
                Set.of("a"),
                "a",
                Set.of("b"),
                "b",
                Set.of("c"),
                "c",
                Set.of("a"),
                "z",
                Set.of()));
    assertThat(graph.cycle().orElseThrow()).containsExactly("a", "b", "c");
    assertThat(graph.order()).containsExactly("z");
  }

  @Test
  void aNodeThatWaitsForItselfIsACycle() {
    assertThat(Graph.of(Map.of("a", Set.of("a"))).cycle()).contains(List.of("a"));
  }

  @Test
  void edgesToStrangersAreLeftOut() {
    assertThat(Graph.of(Map.of("a", Set.of("nobody"))).order()).containsExactly("a");
  }

  @Test
  void whoIsBehindANodeIsFoundThroughOthers() {
    Graph<String> graph =
        Graph.of(
            Map.of(
                "vpc",
                Set.of(),
                "subnet",
                Set.of("vpc"),
                "node",
                Set.of("subnet"),
                "eip",
                Set.of()));
    assertThat(graph.behind("vpc")).containsExactly("node", "subnet");
    assertThat(graph.behind("eip")).isEmpty();
  }

  @Test
  void componentsHoldNodesThatWaitForEachOther() {
    Graph<String> graph = Graph.of(Map.of("a", Set.of("b"), "b", Set.of("a"), "c", Set.of("a")));
    assertThat(graph.components())
        .containsExactly(new TreeSet<>(Set.of("a", "b")), new TreeSet<>(Set.of("c")));
  }

  @Test
  void aChainOfAHundredThousandDoesNotOverflow() {
    Map<Integer, Set<Integer>> waits = new HashMap<>();
    IntStream.range(0, 100_000).forEach(i -> waits.put(i, i == 0 ? Set.of() : Set.of(i - 1)));
    Graph<Integer> graph = Graph.of(waits);
    assertThat(graph.components()).hasSize(100_000);
    assertThat(graph.order()).isEqualTo(IntStream.range(0, 100_000).boxed().toList());
  }

  @Test
  void anOrderIsCompleteExactlyWhenThereIsNoCycle() {
    Random random = new Random(7);
    for (int round = 0; round < 300; round++) {
      int size = 1 + random.nextInt(12);
      Map<Integer, Set<Integer>> waits = new HashMap<>();
      for (int node = 0; node < size; node++) {
        Set<Integer> others = new TreeSet<>();
        random.ints(random.nextInt(3), 0, size).forEach(others::add);
        waits.put(node, others);
      }
      Graph<Integer> graph = Graph.of(waits);
      List<Integer> order = graph.order();
      assertThat(order.size() == size).isEqualTo(graph.cycle().isEmpty());
      waits.forEach((node, others) ->
          others.forEach(other -> {
            if (order.contains(node)) {
              assertThat(order.indexOf(other)).isLessThan(order.indexOf(node));
            }
          }));
    }
  }
}
