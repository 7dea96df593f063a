package dev.cairn.core.expression;

import static dev.cairn.core.expression.Fixture.environment;
import static dev.cairn.core.expression.Fixture.expression;
import static dev.cairn.core.expression.Fixture.fields;
import static dev.cairn.core.expression.Fixture.secret;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.api.address.Address;
import dev.cairn.api.address.AttributeRef;
import dev.cairn.api.address.Path;
import dev.cairn.api.diagnostic.DiagnosticException;
import dev.cairn.api.value.Residual;
import dev.cairn.api.value.Shape;
import dev.cairn.api.value.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/// What a plan knows of an expression's value is what apply finds: random expressions over
/// resources whose attributes are partly unknown at first.
class PlannedValuesTest {
  private static final int CASES = 10_000;
  private int planned;
  private int open;
  private int partly;

  @Test
  void whatIsPlannedIsWhatIsFoundInTheEnd() {
    for (int seed = 0; seed < CASES; seed++) {
      check(seed);
    }
    assertThat(planned).describedAs("known in the plan").isGreaterThan(CASES / 10);
    assertThat(open).describedAs("unknown in the plan").isGreaterThan(CASES / 10);
    assertThat(partly).describedAs("lists and maps of which a part is known").isPositive();
  }

  private void check(int seed) {
    Random random = new Random(seed);
    Map<String, Value> all = world(random);
    Map<AttributeRef, Value> finished = new HashMap<>();
    Map<String, Value> seen = new HashMap<>(all);
    seen.put("vpc", hide(random, Address.of("vpc"), (Value.Fields) all.get("vpc"), finished));
    SortedMap<String, Value> instances = new TreeMap<>();
    ((Value.Fields) all.get("subnet"))
        .fields()
        .forEach((key, instance) ->
            instances.put(
                key, hide(random, Address.of("subnet", key), (Value.Fields) instance, finished)));
    seen.put("subnet", new Value.Fields(instances));
    Term term = new Generator(random).term();

    Outcome end = outcome(() -> Terms.evaluate(term, Shape.Scalar.ANY, environment(all)));
    Outcome plan = outcome(() -> Terms.evaluate(term, Shape.Scalar.ANY, environment(seen)));
    Supplier<String> what = () -> "seed " + seed + ": " + text(term) + "\n in " + seen + "\n";
    if (plan.failed()) {
      assertThat(end.failed()).describedAs(what).isTrue();
      return;
    }
    if (plan.value().isEmpty()) {
      assertThat(end).describedAs(what).isEqualTo(new Outcome(false, Optional.empty()));
      return;
    }
    count(plan.value().get());
    if (!end.failed() && end.value().isPresent()) {
      agree(what, plan.value().get(), end.value().get());
    }
    Outcome applied =
        outcome(() ->
            Optional.of(
                Residuals.resolve(
                    plan.value().get(),
                    ref -> Optional.ofNullable(finished.get(ref)),
                    Secrets.NONE)));
    boolean omitted = !end.failed() && end.value().isEmpty();
    assertThat(applied)
        .describedAs(what)
        .isEqualTo(omitted ? new Outcome(true, Optional.empty()) : end);
  }

  private void count(Value value) {
    planned += value.known() ? 1 : 0;
    boolean leaf = value.revealed() instanceof Value.Unknown;
    open += leaf ? 1 : 0;
    partly += !leaf && !value.known() ? 1 : 0;
  }

  /// Every part that is known in the plan is the same in the end.
  private static void agree(Supplier<String> what, Value plan, Value end) {
    assertThat(plan.sensitive() || !end.sensitive() || !plan.known()).describedAs(what).isTrue();
    switch (plan) {
      case Value.Unknown ignored -> {}
      case Value.Sensitive(Value inner, var ignored) -> agree(what, inner, end.revealed());
      case Value.Items list when !list.known() ->
          assertThat(end.revealed()).isInstanceOf(Value.Items.class);
      case Value.Fields(var fields) when !plan.known() ->
          fields.forEach((name, field) ->
              ((Value.Fields) end.revealed())
                  .get(name)
                  .ifPresent(found -> agree(what, field, found)));
      case Value known -> assertThat(known).describedAs(what).isEqualTo(end);
    }
  }

  private record Outcome(boolean failed, Optional<Value> value) {}

  private interface Work {
    Optional<Value> run();
  }

  private static Outcome outcome(Work work) {
    try {
      return new Outcome(false, work.run());
    } catch (DiagnosticException failure) {
      assertThat(failure.diagnostics().toString()).doesNotContain("hush");
      return new Outcome(true, Optional.empty());
    }
  }

  private static Map<String, Value> world(Random random) {
    Map<String, Value> roots = new HashMap<>();
    roots.put(
        "vars",
        fields(
            "n",
            random.nextInt(4),
            "s",
            "s" + random.nextInt(3),
            "on",
            random.nextBoolean(),
            "key",
            random.nextBoolean() ? "a" : "z",
            "list",
            List.of("a", "b"),
            "token",
            secret("token", "hush" + random.nextInt(2))));
    roots.put("each", fields("key", random.nextBoolean() ? "a" : "b", "value", random.nextInt(3)));
    roots.put("vpc", attributes(random));
    roots.put("subnet", fields("a", attributes(random), "b", attributes(random)));
    return roots;
  }

  private static Value.Fields attributes(Random random) {
    return fields(
        "id",
        "i" + random.nextInt(3),
        "count",
        random.nextInt(4),
        "flag",
        random.nextBoolean(),
        "names",
        List.of("a", "s1"),
        "tags",
        Map.of("a", "t", "b", "s" + random.nextInt(3)));
  }

  /// Some attributes, and some tags, become unknown.
  private static Value.Fields hide(
      Random random, Address address, Value.Fields attributes, Map<AttributeRef, Value> finished) {
    SortedMap<String, Value> seen = new TreeMap<>();
    attributes
        .fields()
        .forEach((name, attribute) -> {
          if (name.equals("tags") && random.nextBoolean()) {
            SortedMap<String, Value> tags = new TreeMap<>();
            ((Value.Fields) attribute)
                .fields()
                .forEach((tag, text) ->
                    tags.put(tag, hide(random, address, Path.of(name, tag), text, finished)));
            seen.put(name, new Value.Fields(tags));
          } else {
            seen.put(name, hide(random, address, Path.of(name), attribute, finished));
          }
        });
    return new Value.Fields(seen);
  }

  private static Value hide(
      Random random, Address address, Path path, Value value, Map<AttributeRef, Value> finished) {
    if (random.nextInt(3) > 0) {
      return value;
    }
    AttributeRef ref = new AttributeRef(address, path);
    finished.put(ref, value);
    if (value instanceof Value.Fields fields) {
      fields
          .fields()
          .forEach((key, field) -> finished.put(new AttributeRef(address, path.then(key)), field));
    }
    Shape shape =
        switch (value) {
          case Value.Fields ignored -> new Shape.MapOf(Shape.Scalar.STRING);
          case Value other -> Shapes.of(other);
        };
    return new Value.Unknown(shape, new Residual.Attribute(ref));
  }

  private static String text(Term term) {
    return switch (term) {
      case Term.Literal literal -> literal.value().toString();
      case Term.Computed computed -> "${" + computed.expression().source() + "}";
      case Term.Mixed mixed ->
          mixed.parts().stream().map(PlannedValuesTest::text).toList().toString();
      case Term.Sequence list ->
          list.items().stream().map(PlannedValuesTest::text).toList().toString();
      case Term.Mapping map ->
          map.fields().values().stream().map(PlannedValuesTest::text).toList().toString();
    };
  }

  /// Random terms of random, mostly well-typed expressions.
  private static final class Generator {
    private final Random random;

    Generator(Random random) {
      this.random = random;
    }

    Term term() {
      return switch (random.nextInt(6)) {
        case 0 -> TermsTest.scalar("x${" + any(2) + "}y${" + string(2) + "}");
        case 1 -> TermsTest.sequence(computed(any(2)), computed(any(2)));
        case 2 -> TermsTest.mapping("p", computed(any(2)), "q", computed(any(3)));
        default -> computed(any(4));
      };
    }

    private Term computed(String source) {
      return new Term.Computed(expression(source), expression(source).range());
    }

    private String any(int depth) {
      return switch (random.nextInt(5)) {
        case 0 -> integer(depth);
        case 1, 2 -> string(depth);
        case 3 -> bool(depth);
        default -> list(depth);
      };
    }

    private String string(int depth) {
      if (depth == 0 || random.nextInt(4) == 0) {
        return pick(
            "'lit'",
            "vars.s",
            "each.key",
            "vars.token",
            resource() + ".id",
            resource() + ".tags.a",
            resource() + ".tags[each.key]",
            "vpc.tags[vars.key]",
            "vpc.tags[subnet[each.key].id]");
      }
      return switch (random.nextInt(8)) {
        case 0 -> "(" + string(depth - 1) + " + " + string(depth - 1) + ")";
        case 1, 2 ->
            "(" + bool(depth - 1) + " ? " + string(depth - 1) + " : " + string(depth - 1) + ")";
        case 3 -> "string(" + integer(depth - 1) + ")";
        case 4 -> "vpc.?" + pick("id", "none") + ".orValue(" + string(depth - 1) + ")";
        case 5 -> "(" + bool(depth - 1) + " ? omit() : " + string(depth - 1) + ")";
        case 6 -> list(depth - 1) + ".join('-')";
        default -> "vpc.tags[?" + string(depth - 1) + "].orValue('d')";
      };
    }

    private String integer(int depth) {
      if (depth == 0 || random.nextInt(4) == 0) {
        return pick("0", "1", "vars.n", "each.value", resource() + ".count", "size(subnet)");
      }
      return switch (random.nextInt(4)) {
        case 0 ->
            "(" + integer(depth - 1) + pick(" + ", " - ", " * ", " / ") + integer(depth - 1) + ")";
        case 1 ->
            "(" + bool(depth - 1) + " ? " + integer(depth - 1) + " : " + integer(depth - 1) + ")";
        case 2 -> "size(" + list(depth - 1) + ")";
        default -> "size(" + string(depth - 1) + ")";
      };
    }

    private String bool(int depth) {
      if (depth == 0 || random.nextInt(4) == 0) {
        return pick(
            "true",
            "false",
            "vars.on",
            resource() + ".flag",
            "has(vpc.tags.b)",
            "has(nothing.id)",
            "has(vpc.tags.none)");
      }
      return switch (random.nextInt(9)) {
        case 0, 1 -> "(" + bool(depth - 1) + " && " + bool(depth - 1) + ")";
        case 2, 3 -> "(" + bool(depth - 1) + " || " + bool(depth - 1) + ")";
        case 4 -> "!" + bool(depth - 1);
        case 5 -> "(" + string(depth - 1) + " == " + string(depth - 1) + ")";
        case 6 -> "(" + integer(depth - 1) + pick(" < ", " == ", " >= ") + integer(depth - 1) + ")";
        case 7 ->
            "(" + string(depth - 1) + " in " + pick("subnet", "vpc.tags", list(depth - 1)) + ")";
        default ->
            "subnet."
                + pick("exists", "all")
                + "(k, subnet[k]."
                + pick("flag", "id == " + string(depth - 1))
                + ")";
      };
    }

    private String list(int depth) {
      if (depth == 0 || random.nextInt(3) == 0) {
        return pick(
            "vars.list",
            resource() + ".names",
            "subnet.map(k, subnet[k].id)",
            "vpc.tags.map(k, vpc.tags[k])");
      }
      return switch (random.nextInt(4)) {
        case 0 -> "[" + string(depth - 1) + ", " + string(depth - 1) + "]";
        case 1 -> list(depth - 1) + ".map(e, e + " + string(depth - 1) + ")";
        case 2 -> list(depth - 1) + ".filter(e, e != " + string(depth - 1) + ")";
        default -> "(" + bool(depth - 1) + " ? " + list(depth - 1) + " : " + list(depth - 1) + ")";
      };
    }

    private String resource() {
      return pick(
          "vpc",
          "vpc",
          "subnet['a']",
          "subnet[each.key]",
          "subnet[vars.on ? 'a' : 'b']",
          "subnet[vars.key]");
    }

    private String pick(String... choices) {
      return choices[random.nextInt(choices.length)];
    }
  }
}
