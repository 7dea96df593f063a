package dev.cairn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A few lines that make more than any machine can hold are a problem at their place, in `validate`
/// already. The time limits are those of a hung run, not of a slow machine.
@Timeout(120)
class ExpressionBoundsTest {
  private static final String HUNDRED =
      IntStream.range(0, 100).mapToObj(String::valueOf).collect(Collectors.joining(",", "[", "]"));

  @TempDir Path directory;

  enum Growth {
    TEXT("  l0: " + "x".repeat(100) + "\n" + doubled("${locals.l%1$d + locals.l%1$d}"), 21),
    MIXED_TEXT("  l0: " + "x".repeat(100) + "\n" + doubled("${locals.l%1$d}${locals.l%1$d}"), 21),
    LISTS("  l0: [1,2,3,4,5,6,7,8,9,10]\n" + doubled("${locals.l%1$d + locals.l%1$d}"), 21),
    MAPS(
        "  l0: { a: 1 }\n"
            + IntStream.range(0, 40)
                .mapToObj(i ->
                    "  l%d: { p: \"${locals.l%d}\", q: \"${locals.l%d}\" }\n"
                        .formatted(i + 1, i, i))
                .collect(Collectors.joining())
            + "  x: \"${json(locals.l40)}\"\n",
        23),
    LOOPS(
        "  l: "
            + HUNDRED
            + "\n  x: \"${string(size(locals.l.map(a, locals.l.map(b, locals.l.map(c, a + b +"
            + " c)))))}\"\n",
        5),
    PATTERNS("  x: \"${string('aaa'.matches('((a{1000}){1000}){1000}'))}\"\n", 4);

    private final String locals;
    private final int line;

    Growth(String locals, int line) {
      this.locals = locals;
      this.line = line;
    }

    private static String doubled(String expression) {
      return IntStream.range(0, 60)
              .mapToObj(i -> "  l" + (i + 1) + ": \"" + expression.formatted(i) + "\"\n")
              .collect(Collectors.joining())
          + "  x: \"${string(size(locals.l60))}\"\n";
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatGrowsWithoutEndIsRefusedWhereItDoes(Growth growth) throws IOException {
    stack(growth.locals);

    CommandLineRun run = CommandLineRun.of("-C", directory.toString(), "validate");

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).contains("CRN1321").contains("stack.yaml:" + growth.line + ":");
  }

  @Test
  void aLongChainIsNoGrowth() throws IOException {
    stack(
        "  l0: a\n"
            + IntStream.range(0, 2_000)
                .mapToObj(i -> "  l%d: \"${locals.l%d + ''}\"\n".formatted(i + 1, i))
                .collect(Collectors.joining())
            + "  x: \"${locals.l2000}\"\n");

    assertThat(CommandLineRun.of("-C", directory.toString(), "validate").exit()).isZero();
  }

  private void stack(String locals) throws IOException {
    Files.writeString(
        directory.resolve("stack.yaml"),
        "stack: bounds\n"
            + "providers: { aws: { region: us-east-1 } }\n"
            + "locals:\n"
            + locals
            + "resources:\n"
            + "  v: { type: aws.vpc, cidrBlock: 10.0.0.0/16, tags: { Name: \"${locals.x}\" } }\n");
  }
}
