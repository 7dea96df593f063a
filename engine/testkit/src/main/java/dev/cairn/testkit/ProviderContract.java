package dev.cairn.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.cairn.api.address.Path;
import dev.cairn.api.address.TypeName;
import dev.cairn.api.plan.Call;
import dev.cairn.api.provider.Provider;
import dev.cairn.api.provider.ResourceType;
import dev.cairn.api.resource.Desired;
import dev.cairn.api.resource.Ownership;
import dev.cairn.api.schema.Attribute;
import dev.cairn.api.schema.Home;
import dev.cairn.api.schema.Trait;
import dev.cairn.api.schema.TypeSchema;
import dev.cairn.api.value.Value;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// The laws of a provider's pure half, tried on every type with the example of its schema and with
/// values that fit the schema's shapes and nothing else. A provider's test extends this.
public abstract class ProviderContract {
  private static final int ROUNDS = 100;

  protected abstract Provider provider();

  protected abstract TypeSchema schema(TypeName type);

  /// Every type that a stack can have, those of other providers included.
  protected abstract Set<TypeName> known();

  /// Whether a change of an attribute needs no call, as its owner is Cairn itself.
  protected boolean needsNoCall(TypeName type, String attribute) {
    return schema(type).home() == Home.SELF;
  }

  @Test
  final void everyTypeAndLookupIsTheProvidersOwn() {
    assertThat(provider().types()).isNotEmpty();
    assertThat(provider().types())
        .allMatch(type -> type.name().provider().equals(provider().name()))
        .extracting(ResourceType::name)
        .doesNotHaveDuplicates();
    assertThat(provider().lookups())
        .allMatch(lookup -> lookup.provider().equals(provider().name()))
        .doesNotHaveDuplicates();
  }

  @TestFactory
  final Stream<DynamicTest> aSchemaSaysWhatItMust() {
    return each((type, schema) -> assertThat(SchemaLaws.findings(schema, known())).isEmpty());
  }

  @TestFactory
  final Stream<DynamicTest> anExampleHasNoProblems() {
    return each((type, schema) -> assertThat(type.check(sample(type, schema))).isEmpty());
  }

  @TestFactory
  final Stream<DynamicTest> normalizingTwiceIsNormalizingOnce() {
    return tried((type, attributes) -> {
      Value.Fields once = type.normalize(attributes);
      assertThat(type.normalize(once)).isEqualTo(once);
    });
  }

  @TestFactory
  final Stream<DynamicTest> normalizingTakesNothingAway() {
    return tried((type, attributes) ->
        assertThat(Vanished.between(attributes, type.normalize(attributes)))
            .as("of %s", attributes)
            .isEmpty());
  }

  @TestFactory
  final Stream<DynamicTest> checkingNeverThrows() {
    return tried((type, attributes) ->
        assertThat(type.check(type.normalize(attributes)))
            .allMatch(problem -> !problem.summary().isBlank()));
  }

  @TestFactory
  final Stream<DynamicTest> theFirstAttributesAreTheSchemasAndPlannedOnesAreComputed() {
    return each((type, schema) -> {
      Desired desired = Samples.desired(schema, sample(type, schema));
      assertThat(schema.attributes().keySet())
          .containsAll(type.normalize(desired.attributes()).fields().keySet())
          .containsAll(type.fresh(desired).fields().keySet());
      assertThat(type.planned(desired).fields().keySet())
          .allMatch(name ->
              schema.at(Path.of(name)).filter(found -> found.is(Trait.COMPUTED)).isPresent());
    });
  }

  @TestFactory
  final Stream<DynamicTest> callsAreNamedAfterTheirServiceAndTheSameEachTime() {
    return each((type, schema) -> {
      Value.Fields attributes = sample(type, schema);
      Desired desired = Samples.desired(schema, attributes);
      named(type.create(desired));
      named(type.delete(attributes));
      assertThat(type.create(desired)).isEqualTo(type.create(desired));
      assertThat(type.delete(attributes)).isEqualTo(type.delete(attributes));
    });
  }

  /// A type may want an attribute to be known when the plan is made; it says so in its check, and
  /// is not asked for calls then.
  @TestFactory
  final Stream<DynamicTest> callsCanBeDeclaredBeforeEverythingIsKnown() {
    return each((type, schema) -> {
      RandomGenerator random = new Random(schema.type().toString().hashCode());
      int declared = 0;
      for (int i = 0; i < ROUNDS; i++) {
        Value.Fields attributes = Samples.unknowns(schema, sample(type, schema), random);
        Value.Fields normal = type.normalize(attributes);
        assertThat(type.normalize(normal)).isEqualTo(normal);
        if (type.check(normal).isEmpty()) {
          declared++;
          named(type.create(Samples.desired(schema, normal)));
          named(type.delete(normal));
          type.planned(Samples.desired(schema, normal));
          type.fresh(Samples.desired(schema, normal));
        }
      }
      assertThat(declared).as("rounds with unknowns and without problems").isPositive();
    });
  }

  @TestFactory
  final Stream<DynamicTest> anUpdateOfNothingMakesNoCall() {
    return each((type, schema) -> {
      Value.Fields attributes = sample(type, schema);
      assertThat(
              type.update(
                  attributes, Samples.desired(schema, attributes), Collections.emptySortedSet()))
          .isEmpty();
    });
  }

  @TestFactory
  final Stream<DynamicTest> aChangeInPlaceMakesACall() {
    return each((type, schema) -> {
      Value.Fields from = sample(type, schema);
      from.fields()
          .forEach((name, value) -> {
            Attribute attribute = schema.attributes().get(name);
            if (attribute != null && changes(type.name(), name, attribute)) {
              Samples.other(value)
                  .ifPresent(other -> {
                    List<Call> calls =
                        type.update(
                            from,
                            Samples.desired(schema, type.normalize(from.with(name, other))),
                            new TreeSet<>(List.of(Path.of(name))));
                    assertThat(calls).as("calls that change %s", name).isNotEmpty();
                    named(calls);
                  });
            }
          });
    });
  }

  private boolean changes(TypeName type, String name, Attribute attribute) {
    return !attribute.is(Trait.IMMUTABLE)
        && attribute.compare().compared()
        && !needsNoCall(type, name);
  }

  private static void named(List<Call> calls) {
    assertThat(calls)
        .allSatisfy(call -> {
          assertThat(call.api()).matches("[a-z0-9]+:[A-Z][A-Za-z0-9]+");
          assertThat(call.arguments().fields().keySet()).noneMatch(Ownership::isTag);
        });
  }

  private static Value.Fields sample(ResourceType type, TypeSchema schema) {
    return type.normalize(Samples.written(schema));
  }

  private Stream<DynamicTest> each(BiConsumer<ResourceType, TypeSchema> law) {
    return provider().types().stream()
        .map(type ->
            dynamicTest(type.name().toString(), () -> law.accept(type, schema(type.name()))));
  }

  /// Tries a law with the example and with what merely fits the shapes.
  private Stream<DynamicTest> tried(BiConsumer<ResourceType, Value.Fields> law) {
    return each((type, schema) -> {
      RandomGenerator random = new Random(schema.type().toString().hashCode());
      law.accept(type, Samples.written(schema));
      for (int i = 0; i < ROUNDS; i++) {
        Value.Fields attributes = Samples.random(schema, random);
        law.accept(type, attributes);
        law.accept(type, Samples.unknowns(schema, attributes, random));
      }
    });
  }
}
