package dev.cairn.core.expression;

import static dev.cairn.core.expression.Fixture.environment;
import static dev.cairn.core.expression.Fixture.expression;
import static dev.cairn.core.expression.Fixture.fields;
import static dev.cairn.core.expression.Fixture.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.api.value.Shape;
import dev.cairn.api.value.Value;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LoadingTest {
  private static final Environment ENVIRONMENT =
      environment(
          Map.of(
              "each", fields("key", "a"),
              "subnet", fields("a", fields("id", unknown("subnet[\"a\"]", "id"), "az", "x"))));

  /// Run in a Java of its own, which reports the classes that it loads.
  static final class Main {
    private Main() {}

    public static void main(String[] args) {
      TypeEnvironment types =
          name ->
              Optional.of(
                  name.equals("each")
                      ? Shapes.of(fields("key", "a"))
                      : new Shape.MapOf(Shape.Scalar.ANY));
      for (String text : args) {
        Term term = TermsTest.scalar(text);
        Checker.check(term, Shape.Scalar.ANY, types);
        Value value = Terms.evaluate(term, Shape.Scalar.ANY, ENVIRONMENT).orElseThrow();
        Terms.reads(term, ENVIRONMENT);
        Residuals.resolve(value, ref -> Optional.of(Value.text("s-1")), Secrets.NONE);
      }
    }
  }

  @Test
  void plainReferencesDoNotLoadCel() throws IOException, InterruptedException {
    assertThat(loaded("${subnet[each.key].id}", "x ${subnet[\"a\"].az}"))
        .contains("dev.cairn.core.expression.Plain ")
        .doesNotContain("dev.cel")
        .doesNotContain("com.google");
    assertThat(loaded("${subnet['a'].az + '!'}")).contains("dev.cel");
  }

  private static String loaded(String... texts) throws IOException, InterruptedException {
    List<String> command =
        new java.util.ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xlog:class+load",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
    command.addAll(List.of(texts));
    Process java = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(java.waitFor()).describedAs(output).isZero();
    return output;
  }

  @Test
  void tenThousandPlainReferencesTakeNoTimeToSpeakOf() {
    long before = System.nanoTime();
    for (int i = 0; i < 10_000; i++) {
      Terms.evaluate(TermsTest.scalar("${subnet[each.key].id}"), Shape.Scalar.STRING, ENVIRONMENT);
    }
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(1));
  }

  @Test
  void anExpressionIsCompiledOnceForAllItsInstances() {
    Expression expression = expression("subnet[each.key].az + '!'");
    expression.evaluate(ENVIRONMENT);
    long before = System.nanoTime();
    for (int i = 0; i < 1_000; i++) {
      expression.evaluate(ENVIRONMENT);
    }
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(1));
  }
}
