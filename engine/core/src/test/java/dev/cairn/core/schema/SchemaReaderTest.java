package dev.cairn.core.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.api.address.Path;
import dev.cairn.api.address.TypeName;
import dev.cairn.api.schema.Attribute;
import dev.cairn.api.schema.Compare;
import dev.cairn.api.schema.Exclusive;
import dev.cairn.api.schema.Home;
import dev.cairn.api.schema.Identity;
import dev.cairn.api.schema.Impact;
import dev.cairn.api.schema.Phase;
import dev.cairn.api.schema.Removal;
import dev.cairn.api.schema.Trait;
import dev.cairn.api.schema.TypeSchema;
import dev.cairn.api.value.Shape;
import dev.cairn.api.value.Value;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SchemaReaderTest {
  private final Catalog catalog = SampleProvider.catalog();
  private final TypeSchema network = catalog.schema(TypeName.parse("sample.network")).orElseThrow();

  private Attribute attribute(String... path) {
    return network.at(Path.of(path)).orElseThrow();
  }

  @Test
  void theTypeSaysWhatItIs() {
    assertThat(network.version()).isEqualTo(2);
    assertThat(network.home()).isEqualTo(Home.PROVIDER);
    assertThat(network.identity()).isEqualTo(new Identity.Tagged());
    assertThat(network.createBeforeDelete()).isTrue();
    assertThat(network.holdsData()).isTrue();
    assertThat(network.doc()).isEqualTo("A network to try the language on.");
    assertThat(network.exclusive())
        .containsExactly(
            new Exclusive(List.of(Path.of("cidrBlock")), List.of(Path.of("parentId"))));
    assertThat(network.settles()).isTrue();
  }

  @Test
  void timeoutsThatAreNotWrittenAreFiveMinutes() {
    assertThat(network.timeouts().create()).isEqualTo(Duration.ofSeconds(90));
    assertThat(network.timeouts().update()).isEqualTo(Duration.ofMinutes(5));
    assertThat(network.timeouts().delete()).isEqualTo(Duration.ofMinutes(10));
  }

  @Test
  void whatTheProviderAloneSetsIsNotSettable() {
    assertThat(attribute("id").traits()).isEqualTo(Set.of(Trait.COMPUTED, Trait.READ_ONLY));
    assertThat(attribute("id").settable()).isFalse();
    assertThat(attribute("zone").traits()).isEqualTo(Set.of(Trait.COMPUTED));
    assertThat(attribute("zone").settable()).isTrue();
  }

  @Test
  void traitsComeFromTheKeywords() {
    assertThat(attribute("cidrBlock").traits()).isEqualTo(Set.of(Trait.REQUIRED, Trait.IMMUTABLE));
    assertThat(attribute("cidrBlock").impact()).isEqualTo(Impact.REPLACE);
    assertThat(attribute("shared").impact()).isEqualTo(Impact.CONNECTION_LOSS);
    assertThat(attribute("password").traits()).isEqualTo(Set.of(Trait.SENSITIVE, Trait.WRITE_ONLY));
    assertThat(attribute("mode").removal()).isEqualTo(new Removal.To(Value.text("open")));
    assertThat(attribute("rules").phase()).isEqualTo(Phase.SETTLE);
  }

  @Test
  void shapesFollowReferencesAndTakeTheNormalForm() {
    assertThat(attribute("rules").shape().toString())
        .isEqualTo("list(object({port?: int, protocol: string}))");
    assertThat(attribute("groups").shape().toString()).isEqualTo("set(string)");
    assertThat(attribute("tags").shape().toString()).isEqualTo("map(string)");
    assertThat(attribute("host").shape()).isEqualTo(new Shape.RefTo(TypeName.parse("sample.host")));
  }

  @Test
  void compareModesComeFromTheSchemaAndSetsAreUnordered() {
    assertThat(attribute("tags").compare()).isEqualTo(Compare.OWNED_KEYS);
    assertThat(attribute("groups").compare()).isEqualTo(Compare.UNORDERED);
    assertThat(attribute("size").compare()).isEqualTo(Compare.STRICT);
  }

  @Test
  void anObjectHasAttributesOfItsOwn() {
    assertThat(attribute("options", "name").is(Trait.REQUIRED)).isTrue();
    assertThat(attribute("options", "depth").is(Trait.IMMUTABLE)).isTrue();
    assertThat(attribute("options", "depth").shape()).isEqualTo(Shape.Scalar.INT);
  }

  @Test
  void referencesToIdsAreKnownAlsoInLists() {
    assertThat(attribute("parentId").refersTo()).isEqualTo(TypeName.parse("sample.network"));
    assertThat(attribute("groups").refersTo()).isEqualTo(TypeName.parse("sample.network"));
  }

  @Test
  void lookupsHaveSchemasOfTheirOwn() {
    TypeSchema zones = catalog.lookup(TypeName.parse("sample.zones")).orElseThrow();
    assertThat(zones.attributes().keySet()).containsExactly("names", "prefix");
    assertThat(zones.attributes().get("names").settable()).isFalse();
    assertThat(catalog.lookup(TypeName.parse("sample.network"))).isEmpty();
  }

  @Test
  void theCatalogueListsWhatItsProvidersOffer() {
    assertThat(catalog.types().toString()).isEqualTo("[sample.host, sample.network]");
    assertThat(catalog.lookups().toString()).isEqualTo("[sample.zones]");
    assertThat(catalog.schema(TypeName.parse("other.thing"))).isEmpty();
    assertThat(catalog.provider("sample")).isPresent();
  }
}
