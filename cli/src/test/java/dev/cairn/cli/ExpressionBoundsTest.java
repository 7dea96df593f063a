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
    PATTERNS("  x: \"${string('aaa'.matches('((a{1000}){1000}){1000}'))}\"\n", 4),
    LOOPS_OVER_LONG_TEXT(product("size(locals.text + string(a)) > 0"), 18),
    LOOPS_THAT_SEARCH_LONG_TEXT(product("!locals.text.contains('y' + string(a))"), 18),
    LOOPS_THAT_ONLY_FAIL(product("int(locals.text) > 0"), 18),
    LOOPS_THAT_WRITE_LONG_TEXT(product("size(json([locals.text])) > 0"), 18),
    LOOPS_OVER_LONG_LISTS(
        product("(locals.n + locals.n + locals.n).map(d, locals.n) != [locals.n]"), 18),
    PATTERNS_OVER_LONG_TEXT(product("a + b + c > 0 || locals.text.matches('(a{90}){90}b')"), 18),
    LOOPS_OVER_PATTERNS(product("!string(a).matches('(a{90}){90}b')"), 18);

    private final String locals;
    private final int line;

    Growth(String locals, int line) {
      this.locals = locals;
      this.line = line;
    }

    /// Three loops over each other around work on a text of 2 MiB or on lists, each of them within
    /// its own bound.
    private static String product(String work) {
      StringBuilder locals = new StringBuilder("  t0: " + "x".repeat(1 << 10) + "\n");
      for (int i = 0; i < 11; i++) {
        locals.append("  t%d: \"${locals.t%d + locals.t%d}\"\n".formatted(i + 1, i, i));
      }
      return locals
          + "  text: \"${locals.t11}\"\n"
          + "  n: "
          + HUNDRED.substring(0, HUNDRED.indexOf(",40,"))
          + "]\n  x: \"${string(locals.n.all(a, locals.n.all(b, locals.n.all(c, "
          + work
          + "))))}\"\n";
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
    assertThat(run.err().length()).isLessThan(10_000);
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

  @Test
  void manyLoopsOverAListOfWhatAStackHasAreNoGrowth() throws IOException {
    stack(
        "  l: "
            + HUNDRED
            + "\n"
            + "  m: \"${locals.l.map(a, {'name': 'host-' + string(a), 'zone': 'z'})}\"\n"
            + "  x: \"${string(size(locals.m.map(a, locals.m.filter(b, b.name == a.name + '' &&"
            + " b.zone in ['y', 'z']))))}\"\n");

    CommandLineRun run = CommandLineRun.of("-C", directory.toString(), "validate");
    assertThat(run.exit()).as(run.err()).isZero();
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
