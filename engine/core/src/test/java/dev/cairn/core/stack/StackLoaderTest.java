package dev.cairn.core.stack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.api.diagnostic.Diagnostic;
import dev.cairn.api.schema.Compare;
import dev.cairn.api.value.Residual;
import dev.cairn.api.value.Value;
import dev.cairn.core.expression.Term;
import dev.cairn.core.schema.SampleProvider;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class StackLoaderTest {
  private static final Path STACKS = Path.of("src/test/resources/stacks");
  private static final Path GOOD = STACKS.resolve("good.yaml");

  private static Loaded load(LoadRequest request) {
    return StackLoader.load(request, SampleProvider.catalog());
  }

  private static Stack good() {
    return load(LoadRequest.of(STACKS, GOOD)).orThrow();
  }

  private static LoadRequest given(String name, String value) {
    SortedMap<String, String> vars = new TreeMap<>(Map.of(name, value));
    return new LoadRequest(STACKS, GOOD, null, vars, List.of(), Map.of());
  }

  private static Value literal(Term term) {
    return ((Term.Literal) term).value();
  }

  private static Module.Resource resource(String name) {
    return good().root().resources().get(name);
  }

  private static Value attribute(String resource, String name) {
    return literal(resource(resource).attributes().fields().get(name));
  }

  @Test
  void aGoodFileHasNoProblems() {
    Loaded loaded = load(LoadRequest.of(STACKS, GOOD));
    assertThat(loaded.diagnostics()).isEmpty();
    assertThat(loaded.orThrow().name()).isEqualTo("good");
    assertThat(loaded.orThrow().files()).containsExactly("good.yaml", "modules/edge.yaml");
  }

  @Test
  void plainScalarsAreWhatTheSchemaSays() {
    assertThat(attribute("part", "size")).isEqualTo(new Value.Whole(3));
    assertThat(attribute("part", "ratio")).isEqualTo(new Value.Decimal(5));
    assertThat(attribute("part", "shared")).isEqualTo(new Value.Flag(true));
    Term.Mapping tags = (Term.Mapping) resource("net").attributes().fields().get("tags");
    assertThat(literal(tags.fields().get("Name"))).isEqualTo(new Value.Text("1.10"));
    assertThat(literal(tags.fields().get("on"))).isEqualTo(new Value.Text("no"));
    assertThat(literal(tags.fields().get("price"))).isEqualTo(new Value.Text("${literal}"));
  }

  @Test
  void plainScalarsWithoutASchemaAreWhatTheyLookLike() {
    Term.Sequence sizes = (Term.Sequence) good().root().locals().get("sizes");
    assertThat(sizes.items().stream().map(StackLoaderTest::literal))
        .containsExactly(
            new Value.Whole(1), new Value.Decimal(2.5), new Value.Flag(true), new Value.Text("no"));
  }

  @Test
  void mergeKeysBringInWhatIsNotWritten() {
    assertThat(attribute("twin", "cidrBlock")).isEqualTo(Value.text("10.1.0.0/16"));
    Term.Mapping tags = (Term.Mapping) resource("twin").attributes().fields().get("tags");
    assertThat(tags.fields().keySet()).containsExactlyInAnyOrder("Name", "on", "price");
    assertThat(literal(tags.fields().get("Name"))).isEqualTo(Value.text("twin"));
    assertThat(resource("twin").provider()).isEqualTo("west");
  }

  @Test
  void metaKeysAreNoAttributes() {
    Module.Resource part = resource("part");
    assertThat(part.attributes().fields().keySet())
        .doesNotContain("type", "forEach", "when", "dependsOn", "timeouts", "compare");
    assertThat(part.forEach()).isInstanceOf(Term.Computed.class);
    assertThat(part.timeouts().create()).isEqualTo(Duration.ofSeconds(10));
    assertThat(part.timeouts().delete()).isEqualTo(Duration.ofMinutes(10));
    assertThat(part.lifecycle().protect()).isTrue();
    assertThat(part.lifecycle().createBeforeDelete()).isFalse();
    assertThat(part.lifecycle().replaceOn().getFirst().source()).isEqualTo("net.cidrBlock");
    assertThat(part.dependsOn().stream().map(Module.Dependency::name))
        .containsExactly("net", "edge");
    assertThat(part.compare().toString())
        .isEqualTo("{options.depth=INITIAL, rules=SUPERSET, tags.Name=IGNORE}");
    assertThat(part.compare()).containsValue(Compare.SUPERSET);
  }

  @Test
  void variablesHaveTheirDefaults() {
    Value.Fields values = good().variables();
    assertThat(values.text("version")).contains("1.10");
    assertThat(values.fields("nodes").text("b")).contains("0644");
    assertThat(values.items("names")).containsExactly(Value.text("a"), Value.text("b"));
    assertThat(values.fields("limits").get("hard")).contains(new Value.Decimal(7));
    assertThat(values.get("secret"))
        .contains(new Value.Sensitive(Value.text("hush"), new Residual.Secret("var:secret")));
  }

  @Test
  void laterSourcesOfVariablesWin() {
    LoadRequest all =
        new LoadRequest(
            STACKS,
            GOOD,
            "prod",
            new TreeMap<>(Map.of("version", "1.20")),
            List.of(STACKS.resolve("vars.yaml")),
            Map.of("CAIRN_VAR_names", "[d, e]", "CAIRN_VAR_NAMES", "[x]"));
    Value.Fields values = load(all).orThrow().variables();
    assertThat(values.text("region")).contains("eu-west-1");
    assertThat(values.whole("count")).contains(4L);
    assertThat(values.items("names")).containsExactly(Value.text("d"), Value.text("e"));
    assertThat(values.text("version")).contains("1.20");
  }

  @Test
  void anEnvironmentAddsToTheSettingsOfProviders() {
    LoadRequest prod = new LoadRequest(STACKS, GOOD, "prod", new TreeMap<>(), List.of(), Map.of());
    Term.Mapping settings = load(prod).orThrow().root().providers().get("sample").settings();
    assertThat(settings.fields().keySet()).containsExactlyInAnyOrder("region", "endpoint");
  }

  @Test
  void anEnvironmentThatIsNotThereIsAnError() {
    LoadRequest none =
        new LoadRequest(STACKS, GOOD, "../prod", new TreeMap<>(), List.of(), Map.of());
    assertThat(load(none).diagnostics()).extracting(Diagnostic::code).containsExactly("CRN1047");
  }

  @Test
  void aValueOfTheWrongTypeIsRefused() {
    Loaded loaded = load(given("count", "many"));
    assertThat(loaded.stack()).isEmpty();
    assertThat(loaded.diagnostics().getFirst().code()).isEqualTo("CRN1203");
    assertThat(loaded.diagnostics().getFirst().range().file()).isEqualTo("--var count");
  }

  @Test
  void aCheckThatDoesNotHoldSaysItsMessage() {
    Loaded loaded = load(given("count", "0"));
    assertThat(loaded.diagnostics()).extracting(Diagnostic::code).containsExactly("CRN1034");
    assertThat(loaded.diagnostics().getFirst().detail()).contains("at least one");
  }

  @Test
  void aVariableThatDoesNotExistIsRefusedWithTheOneThatWasMeant() {
    Loaded loaded = load(given("regoin", "x"));
    assertThat(loaded.diagnostics().getFirst().code()).isEqualTo("CRN1033");
    assertThat(loaded.diagnostics().getFirst().suggestions())
        .containsExactly("did you mean `region`?");
  }

  @Test
  void theTextOfAStringIsTakenAsItIs() {
    assertThat(load(given("version", "{ a: [")).orThrow().variables().text("version"))
        .contains("{ a: [");
  }

  @Test
  void modulesKnowWhatTheyAreGiven() {
    Module.Call edge = good().root().modules().get("edge");
    assertThat(edge.body().file()).isEqualTo("modules/edge.yaml");
    assertThat(edge.providers()).containsEntry("sample", "west");
    assertThat(literal(edge.with().fields().get("size"))).isEqualTo(new Value.Whole(5));
  }

  @Test
  void outputsAreValuesOrMappingsWithAValue() {
    Module.Output all = good().root().outputs().get("all");
    assertThat(all.sensitive()).isTrue();
    assertThat(all.value()).isInstanceOf(Term.Computed.class);
    assertThat(good().root().outputs().get("id").value()).isInstanceOf(Term.Computed.class);
  }
}
