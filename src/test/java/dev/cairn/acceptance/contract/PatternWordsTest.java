package dev.cairn.acceptance.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.api.value.Value;
import dev.cairn.core.schema.SchemaFiles;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Nobody is shown a regular expression.
final class PatternWordsTest {
  @Test
  void everyPatternIsSaidInWords() {
    List<Value> patterns = new ArrayList<>();
    List<String> silent = new ArrayList<>();
    Real.CATALOG
        .types()
        .forEach(type -> look(SchemaFiles.bundled().type(type).orElseThrow(), patterns, silent));
    assertThat(patterns).isNotEmpty();
    assertThat(silent).isEmpty();
  }

  private static void look(Value schema, List<Value> patterns, List<String> silent) {
    switch (schema) {
      case Value.Fields node -> {
        node.text("pattern")
            .ifPresent(pattern -> {
              patterns.add(schema);
              if (!node.has("x-expected") && !node.has("format")) {
                silent.add(pattern);
              }
            });
        node.without("not").fields().values().forEach(inner -> look(inner, patterns, silent));
      }
      case Value.Items(List<Value> items) -> items.forEach(item -> look(item, patterns, silent));
      default -> {}
    }
  }
}
