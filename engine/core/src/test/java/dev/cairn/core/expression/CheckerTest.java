package dev.cairn.core.expression;

import static dev.cairn.core.expression.Fixture.expression;
import static dev.cairn.core.expression.TermsTest.mapping;
import static dev.cairn.core.expression.TermsTest.scalar;
import static dev.cairn.core.expression.TermsTest.sequence;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.api.address.TypeName;
import dev.cairn.api.diagnostic.Diagnostic;
import dev.cairn.api.value.Shape;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class CheckerTest {
  private static final Shape STRING = Shape.Scalar.STRING;
  private static final Shape INT = Shape.Scalar.INT;
  private static final Shape NUMBER = Shape.Scalar.NUMBER;
  private static final Shape BOOL = Shape.Scalar.BOOL;
  private static final Shape ANY = Shape.Scalar.ANY;
  private static final Shape STRINGS = new Shape.ListOf(STRING, false);
  private static final Shape SUBNET =
      object("id", STRING, "az", STRING, "tags", new Shape.MapOf(STRING));
  private static final Shape HOST = new Shape.RefTo(TypeName.parse("docker.host"));

  private static final Map<String, Shape> ROOTS =
      Map.of(
          "vars",
          object(
              "n",
              INT,
              "d",
              NUMBER,
              "on",
              BOOL,
              "region",
              STRING,
              "any",
              ANY,
              "list",
              STRINGS,
              "set",
              new Shape.ListOf(STRING, true),
              "nodes",
              new Shape.MapOf(STRING),
              "rules",
              new Shape.ListOf(object("port", INT), false)),
          "each",
          object("key", STRING, "value", INT),
          "vpc",
          object(
              "id",
              STRING,
              "cidrBlock",
              STRING,
              "tags",
              new Shape.MapOf(STRING),
              "options",
              object("dns", BOOL),
              "namespace",
              STRING),
          "subnet",
          new Shape.MapOf(SUBNET),
          "engine",
          new Shape.MapOf(object("id", STRING)),
          "zones",
          object("names", new Shape.ListOf(STRING, true)),
          "list",
          object("id", STRING));

  private static final TypeEnvironment TYPES =
      new TypeEnvironment() {
        @Override
        public Optional<Shape> root(String name) {
          return Optional.ofNullable(ROOTS.get(name));
        }

        @Override
        public Optional<TypeName> resource(String name) {
          return switch (name) {
            case "vpc", "list" -> Optional.of(TypeName.parse("aws.vpc"));
            case "subnet" -> Optional.of(TypeName.parse("aws.subnet"));
            case "engine" -> Optional.of(TypeName.parse("docker.host"));
            default -> Optional.empty();
          };
        }

        @Override
        public SortedSet<String> roots() {
          return new TreeSet<>(ROOTS.keySet());
        }
      };

  @Test
  void typesAreFound() {
    is("vpc.id", STRING);
    is("vpc.options.dns", BOOL);
    is("vpc.options", object("dns", BOOL));
    is("vpc.namespace", STRING);
    is("subnet[\"a\"].id", STRING);
    is("subnet[each.key].tags.Name", STRING);
    is("vars.list[0]", STRING);
    is("vars.list[each.value]", STRING);
    is("vars.any.x.y[0]", ANY);
    is("vars.n + 1", INT);
    is("vars.n > 2 ? 'a' : omit()", STRING);
    is("omit()", ANY);
    is("subnet.map(k, subnet[k].id)", STRINGS);
    is("vpc.tags.map(k, vpc.tags[k])", STRINGS);
    is("size(subnet)", INT);
    is("'a' in subnet ? subnet['a'].az : ''", STRING);
    is("vpc.?id.orValue('')", STRING);
    is("has(vpc.id)", BOOL);
    is("{'a': vars.n}", new Shape.MapOf(INT));
    is("[vars.rules[0]]", new Shape.ListOf(object("port", INT), false));
    is("vars.rules.map(r, r.port)", new Shape.ListOf(INT, false));
    is("cidrSubnet(vpc.cidrBlock, 4, each.value)", STRING);
    is("dockerLabels(vpc.tags)", new Shape.MapOf(STRING));
    is("env({'a.b': 'AB'}, vpc.tags)", new Shape.MapOf(STRING));
    is("vars.list.join(',')", STRING);
    is("json(vars)", STRING);
    is("template('x', {'a': vpc.id, 'n': vars.n})", STRING);
    is("vars.any + 1", INT);
    is("type(vars.n) == int", BOOL);
    is("list.id + 'x'", STRING);
  }

  @Test
  void wrongNamesAreFoundWithTheirPlaceAndWhatWasMeant() {
    wrong("vpc.cidrblock", "CRN1304", 9, "did you mean `cidrBlock`?");
    wrong("vpc.cidrblock + ''", "CRN1304", 9, "did you mean `cidrBlock`?");
    wrong("'x' + vpc.options.dsn", "CRN1304", 23, "did you mean `dns`?");
    wrong("subnet['a'].idd + ''", "CRN1304", 17, "did you mean `id`?");
    wrong("vars.regoin", "CRN1304", 10, "did you mean `region`?");
    wrong("vpcc.id", "CRN1303", 5, "did you mean `vpc`?");
    wrong("vpcc.id + ''", "CRN1303", 5, "did you mean `vpc`?");
    wrong("web-1.id", "CRN1303", 5, "`a-b` is a subtraction");
    wrong("has(vpc.idd)", "CRN1304", 13, "did you mean `id`?");
    wrong("vpc.?idd.orValue('')", "CRN1304", 10, "did you mean `id`?");
    wrong("nofunction(1)", "CRN1303", 15, "");
  }

  @Test
  void wrongTypesAreFound() {
    wrong("vars.n * 2.0", "CRN1308", 12, "double(…)");
    wrong("vars.n == 2.0", "CRN1308", 12, "write `2.0`");
    wrong("vars.region + vars.n", "CRN1308", 17, "string(…)");
    wrong("vars.n ? 1 : 2", "CRN1308", 12, "before `?` is a bool");
    wrong("vars.on ? 'x' : null", "CRN1308", 13, "omit()");
    wrong("null", "CRN1318", 5, "omit()");
    wrong("vpc.?id", "CRN1305", 5, "orValue");
    wrong("vars.list['a']", "CRN1304", 15, "");
    wrong("vars.nodes[0]", "CRN1305", 16, "");
    wrong("vars.region.x", "CRN1304", 17, "");
    wrong("vars.list[vars.region]", "CRN1305", 15, "");
    wrong("vars.n +", "CRN1302", 13, "");
    wrong("namespace.id", "CRN1302", 5, "reserved");
    wrong("var.region", "CRN1302", 5, "vars.NAME");
    wrong("cidrSubnet(vpc.id, '4', 1)", "CRN1308", 15, "");
  }

  @Test
  void instancesAreChosenByTheirKeys() {
    wrong("subnet.a", "CRN1307", 12, "write `subnet[\"a\"]`");
    wrong("subnet.a.id", "CRN1307", 12, "write `subnet[\"a\"]`");
    wrong("subnet.id", "CRN1307", 12, "subnet[each.key].id");
    wrong("subnet.a.id + ''", "CRN1307", 12, "write `subnet[\"a\"]`");
    wrong("has(subnet.a)", "CRN1307", 16, "write `subnet[\"a\"]`");
  }

  @Test
  void aWholeResourceIsNoValue() {
    wrong("vpc", "CRN1306", 5, "did you mean `vpc.id`?");
    wrong("subnet[each.key]", "CRN1306", 5, "did you mean `subnet[each.key].id`?");
    wrong("subnet", "CRN1306", 5, "subnet.map(k, subnet[k].id)");
    wrong("json(vpc)", "CRN1306", 10, "did you mean `vpc.id`?");
    wrong("[subnet['a']]", "CRN1306", 6, "did you mean `subnet[\"a\"].id`?");
  }

  @Test
  void setsHaveNoOrder() {
    wrong("zones.names[0]", "CRN1309", 17, "");
    wrong("zones.names[each.value]", "CRN1309", 17, "");
    wrong("zones.names[0] + ''", "CRN1309", 17, "");
    assertThat(check("zones.names.map(n, n + '!')", ANY)).isEmpty();
  }

  @Test
  void aResultFitsWhatIsExpected() {
    assertThat(check("vpc.id", STRING)).isEmpty();
    assertThat(check("vars.any", INT)).isEmpty();
    assertThat(check("zones.names", STRINGS)).isEmpty();
    assertThat(check("vpc.id", STRINGS)).isEmpty();
    assertThat(check("vpc.options", new Shape.MapOf(BOOL))).isEmpty();
    assertThat(check("{'dns': true}", object("dns", BOOL))).isEmpty();
    mismatch("vars.n", STRING, "use `string(…)`");
    mismatch("vars.n", NUMBER, "use `double(…)`");
    mismatch("vars.d", INT, "use `int(…)`");
    mismatch("vars.list", STRING, "this is list(string), expected string");
    mismatch("vars.list", new Shape.ListOf(INT, false), "");
    mismatch("vpc.tags", STRINGS, "");
  }

  @Test
  void mixedTextTakesScalarsOnly() {
    assertThat(check(scalar("a ${vpc.id} ${vars.n}"), STRING)).isEmpty();
    assertThat(check(scalar("a ${vars.list}"), STRING))
        .singleElement()
        .satisfies(problem -> {
          assertThat(problem.code()).isEqualTo("CRN1310");
          assertThat(problem.range().toString()).isEqualTo("f.yaml:1:3");
        });
    assertThat(check(scalar("a ${vars.on ? 'x' : omit()}"), STRING))
        .extracting(Diagnostic::code)
        .containsExactly("CRN1317");
    assertThat(check(scalar("a ${vpc}"), STRING))
        .extracting(Diagnostic::code)
        .containsExactly("CRN1306");
  }

  @Test
  void aResourceItselfIsTakenWhereOneIsExpected() {
    assertThat(check("engine['a']", HOST)).isEmpty();
    assertThat(check("engine[each.key]", HOST)).isEmpty();
    assertThat(check(sequence(scalar("${engine['a']}")), new Shape.ListOf(HOST, false))).isEmpty();
    assertThat(check("engine", HOST)).extracting(Diagnostic::code).containsExactly("CRN1320");
    assertThat(check("engine['a'].id", HOST))
        .extracting(Diagnostic::code)
        .containsExactly("CRN1320");
    assertThat(check("vpc", HOST)).extracting(Diagnostic::code).containsExactly("CRN1320");
    assertThat(check("nope", HOST)).extracting(Diagnostic::code).containsExactly("CRN1303");
  }

  @Test
  void everythingInATermIsChecked() {
    Term term =
        mapping(
            "a", scalar("${vpc.x}"),
            "b", sequence(scalar("${vpc.y}"), scalar("z ${vpc.z}")),
            "c", scalar("${vars.n}"));
    assertThat(check(term, object("a", STRING, "b", STRINGS, "c", STRING)))
        .extracting(Diagnostic::code)
        .containsExactly("CRN1304", "CRN1304", "CRN1304", "CRN1305");
  }

  private static void is(String source, Shape shape) {
    assertThat(check(source, ANY)).describedAs(source).isEmpty();
    assertThat(Checker.shapeOf(expression(source), TYPES)).describedAs(source).isEqualTo(shape);
  }

  private static void wrong(String source, String code, int column, String way) {
    List<Diagnostic> problems = check(source, ANY);
    assertThat(problems).describedAs(source).isNotEmpty();
    Diagnostic problem = problems.getFirst();
    assertThat(code).describedAs(source + problem).contains(problem.code());
    assertThat(problem.range().column()).describedAs(source + problem).isEqualTo(column);
    assertThat(problem.detail() + problem.suggestions()).describedAs(source).contains(way);
  }

  private static void mismatch(String source, Shape expected, String words) {
    assertThat(check(source, expected))
        .describedAs(source)
        .singleElement()
        .satisfies(problem -> {
          assertThat(problem.code()).isEqualTo("CRN1305");
          assertThat(problem.detail() + problem.suggestions()).contains(words);
        });
  }

  private static List<Diagnostic> check(String source, Shape expected) {
    return Checker.check(expression(source), expected, TYPES);
  }

  private static List<Diagnostic> check(Term term, Shape expected) {
    return Checker.check(term, expected, TYPES);
  }

  private static Shape object(Object... pairs) {
    SortedMap<String, Shape> fields = new TreeMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      fields.put((String) pairs[i], (Shape) pairs[i + 1]);
    }
    return new Shape.ObjectOf(fields, Set.of());
  }
}
