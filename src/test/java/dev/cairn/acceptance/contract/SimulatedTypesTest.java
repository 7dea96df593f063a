package dev.cairn.acceptance.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.cairn.api.address.Address;
import dev.cairn.api.address.OperationId;
import dev.cairn.api.address.TypeName;
import dev.cairn.api.address.Uid;
import dev.cairn.api.plan.Action;
import dev.cairn.api.plan.Call;
import dev.cairn.api.provider.Answer;
import dev.cairn.api.provider.Progress;
import dev.cairn.api.provider.Provider;
import dev.cairn.api.provider.ReadRequest;
import dev.cairn.api.provider.Reply;
import dev.cairn.api.provider.ResourceType;
import dev.cairn.api.provider.Session;
import dev.cairn.api.provider.Target;
import dev.cairn.api.resource.Desired;
import dev.cairn.api.resource.Lifecycle;
import dev.cairn.api.resource.Ownership;
import dev.cairn.api.resource.Reading;
import dev.cairn.api.schema.Attribute;
import dev.cairn.api.schema.Home;
import dev.cairn.api.schema.Phase;
import dev.cairn.api.schema.Trait;
import dev.cairn.api.schema.TypeSchema;
import dev.cairn.api.value.Value;
import dev.cairn.simulated.SimulatedProvider;
import dev.cairn.simulated.world.World;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// What the real types declare, the simulated provider carries out.
final class SimulatedTypesTest {
  private static final Ownership OWNER =
      new Ownership("lineage", "s/default", new Uid("01UID"), new OperationId("01RUN", 0), "it");

  @TestFactory
  Stream<DynamicTest> everyTypeIsMadeReadAndDeleted() {
    return Stream.of(Real.AWS, Real.DOCKER)
        .flatMap(provider ->
            provider.types().stream()
                .map(type -> dynamicTest(type.name().toString(), () -> live(provider, type))));
  }

  @TestFactory
  Stream<DynamicTest> everyLookupAnswersEveryOutput() {
    return Real.CATALOG.lookups().stream()
        .map(lookup -> dynamicTest(lookup.toString(), () -> answers(lookup)));
  }

  private static void answers(TypeName lookup) {
    TypeSchema schema = Real.CATALOG.lookup(lookup).orElseThrow();
    try (Session session = session(Real.AWS)) {
      Answer answer = session.lookup(lookup, Value.Fields.EMPTY);
      assertThat(answer).isInstanceOf(Answer.Given.class);
      Value.Fields outputs = ((Answer.Given) answer).outputs();
      schema
          .attributes()
          .forEach((name, attribute) ->
              assertThat(outputs.has(name)).as(name).isEqualTo(!attribute.settable()));
    }
  }

  private static void live(Provider provider, ResourceType type) {
    TypeSchema schema = Real.CATALOG.schema(type.name()).orElseThrow();
    Value.Fields wanted = type.normalize(loose(schema));
    try (Session session = session(provider)) {
      String id =
          run(session, type, Action.CREATE, null, wanted, type.create(desired(schema, wanted)));
      Reading reading = read(session, type, id, wanted);
      assertThat(reading).isInstanceOf(Reading.Present.class);
      Value.Fields found = ((Reading.Present) reading).attributes();
      wanted
          .fields()
          .forEach((name, value) -> {
            if (readable(schema.attributes().get(name))) {
              assertThat(found.get(name)).as(name).contains(value);
            }
          });
      assertThat(found.text("id")).contains(id);
      run(session, type, Action.DELETE, id, found, type.delete(found));
      if (schema.home() != Home.SELF) {
        assertThat(read(session, type, id, wanted)).isEqualTo(new Reading.Absent(1));
      }
    }
  }

  private static boolean readable(Attribute attribute) {
    return attribute.phase() == Phase.CREATE && !attribute.is(Trait.WRITE_ONLY);
  }

  /// Carries out all calls of a step, and waits until it is done.
  private static String run(
      Session session,
      ResourceType type,
      Action action,
      @Nullable String before,
      Value.Fields attributes,
      List<Call> calls) {
    String id = before;
    for (int i = 0; i < calls.size(); i++) {
      Reply reply =
          session.send(
              type.name(),
              calls.get(i),
              new Target(id, attributes, OWNER, action, i, calls.size()));
      assertThat(reply).isInstanceOf(Reply.Done.class);
      id = ((Reply.Done) reply).id();
    }
    Target target = new Target(id, attributes, OWNER, action, 0, calls.size());
    Progress progress = session.probe(type.name(), action, target);
    assertThat(progress).isInstanceOf(Progress.Ready.class);
    return id == null ? ((Progress.Ready) progress).observed().text("id").orElseThrow() : id;
  }

  private static Reading read(
      Session session, ResourceType type, String id, Value.Fields recorded) {
    return session
        .readMany(type.name(), List.of(new ReadRequest(id, Collections.emptySortedSet(), recorded)))
        .getFirst();
  }

  private static Session session(Provider provider) {
    SimulatedProvider simulated =
        new SimulatedProvider(
            provider,
            name -> Real.CATALOG.schema(name).or(() -> Real.CATALOG.lookup(name)),
            World.inMemory());
    return simulated.open(
        provider.scope(
            Value.Fields.of(
                Map.of("region", Value.text("us-east-1"), "endpoint", Value.text("unix:///x")))));
  }

  /// What a stack might write; ids of other objects, which do not exist here, as names, which are
  /// not checked.
  private static Value.Fields loose(TypeSchema schema) {
    SortedMap<String, Value> loose = new TreeMap<>();
    schema
        .example()
        .fields()
        .forEach((name, value) -> {
          if (schema.attributes().get(name).settable()) {
            loose.put(name, loose(value));
          }
        });
    return new Value.Fields(loose);
  }

  private static Value loose(Value value) {
    return switch (value) {
      case Value.Text(String text) -> Value.text(text.replaceFirst("^[a-z]+-[0-9a-f]{17}$", "it"));
      case Value.Items(List<Value> items) ->
          new Value.Items(items.stream().map(SimulatedTypesTest::loose).toList());
      case Value.Fields fields -> {
        SortedMap<String, Value> loose = new TreeMap<>();
        fields.fields().forEach((name, field) -> loose.put(name, loose(field)));
        yield new Value.Fields(loose);
      }
      default -> value;
    };
  }

  private static Desired desired(TypeSchema schema, Value.Fields attributes) {
    return new Desired(
        Address.of("it"),
        schema.type(),
        Real.AWS.scope(Value.Fields.EMPTY),
        attributes,
        Collections.emptySortedSet(),
        Collections.emptySortedMap(),
        Lifecycle.NONE,
        Collections.emptySortedSet(),
        Value.Fields.EMPTY,
        schema.timeouts(),
        null,
        Collections.emptySortedMap());
  }
}
