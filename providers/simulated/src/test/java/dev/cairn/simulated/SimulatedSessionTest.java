package dev.cairn.simulated;

import static dev.cairn.simulated.SampleProvider.ENGINE;
import static dev.cairn.simulated.SampleProvider.NETWORK;
import static dev.cairn.simulated.SampleProvider.SUBNET;
import static dev.cairn.simulated.SampleProvider.ZONES;
import static dev.cairn.simulated.Simulation.fields;
import static dev.cairn.simulated.Simulation.kind;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.api.plan.Action;
import dev.cairn.api.provider.Answer;
import dev.cairn.api.provider.Listing;
import dev.cairn.api.provider.Progress;
import dev.cairn.api.provider.ReadRequest;
import dev.cairn.api.provider.Target;
import dev.cairn.api.resource.Failure;
import dev.cairn.api.resource.OwnershipQuery;
import dev.cairn.api.resource.Reading;
import dev.cairn.api.value.Residual;
import dev.cairn.api.value.Value;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SimulatedSessionTest {
  private static final Value.Fields CIDR = fields("cidr", "10.0.0.0/16");
  private final Simulation sim = new Simulation();

  @Test
  void anIdHasTheFormOfItsTypeAndIsTheSameInEveryRun() {
    String id = sim.create(NETWORK, "net", CIDR);
    assertThat(id).matches("net-[0-9a-f]{17}");
    assertThat(new Simulation().create(NETWORK, "net", CIDR)).isEqualTo(id);
    assertThat(sim.create(NETWORK, "other", CIDR)).isNotEqualTo(id);
  }

  @Test
  void anAddressThatMakesASecondObjectGetsASecondId() {
    String first = sim.create(NETWORK, "net", CIDR);
    assertThat(kind(sim.send(NETWORK, Action.DELETE, first, "net", CIDR))).isNull();
    assertThat(sim.create(NETWORK, "net", CIDR)).isNotEqualTo(first);
  }

  @Test
  void aNewObjectHasWhatWasAskedForAndWhatAProviderFillsIn() {
    Value.Fields read = sim.read(NETWORK, sim.create(NETWORK, "net", CIDR));
    assertThat(read.text("cidr")).contains("10.0.0.0/16");
    assertThat(read.flag("dns")).contains(true);
    assertThat(read.text("ownerId")).contains("111122223333");
    assertThat(read.text("address").orElseThrow()).startsWith("10.1.").isNotEqualTo("10.1.0.0");
    assertThat(read.items("rules")).containsExactly(Value.text("allow all"));
  }

  @Test
  void aCreationInSeveralCallsIsCompleteWithTheLast() {
    Value.Fields all = CIDR.with("dns", new Value.Flag(false));
    sim.send(NETWORK, Action.CREATE, null, "net", all, 0, 2);
    String id = sim.world.objects().getFirst().key().id();
    assertThat(sim.read(NETWORK, id).flag("dns")).contains(true);
    sim.send(NETWORK, Action.CREATE, id, "net", all, 1, 2);
    assertThat(sim.read(NETWORK, id).flag("dns")).contains(false);
  }

  @Test
  void whatSettlesComesWithAnUpdateOnly() {
    Value.Fields all = CIDR.with("rules", new Value.Items(List.of(Value.text("ssh"))));
    String id = sim.create(NETWORK, "net", all);
    assertThat(sim.read(NETWORK, id).items("rules")).containsExactly(Value.text("allow all"));
    sim.send(NETWORK, Action.UPDATE, id, "net", all);
    assertThat(sim.read(NETWORK, id).items("rules")).containsExactly(Value.text("ssh"));
  }

  @Test
  void anAttributeNoLongerSetGoesBackToItsDefault() {
    String id = sim.create(NETWORK, "net", CIDR.with("dns", new Value.Flag(false)));
    sim.send(NETWORK, Action.UPDATE, id, "net", CIDR);
    assertThat(sim.read(NETWORK, id).flag("dns")).contains(true);
  }

  @Test
  void tagsOfOthersStayWhenOursChange() {
    String id = sim.create(NETWORK, "net", CIDR.with(Simulation.tags("a", "1", "b", "2")));
    var object = sim.world.objects().getFirst();
    sim.world.put(
        object.with(object.attributes().with(Simulation.tags("a", "1", "b", "2", "theirs", "x"))));
    sim.send(NETWORK, Action.UPDATE, id, "net", CIDR.with(Simulation.tags("a", "3")));
    assertThat(sim.read(NETWORK, id).fields("tags")).isEqualTo(fields("a", "3", "theirs", "x"));
  }

  @Test
  void whatCannotBeReadIsNotReadAndNothingIsMarked() {
    Value secret = new Value.Sensitive(Value.text("s3cret"), new Residual.Secret("env:X"));
    Value.Fields attributes =
        CIDR.with("password", secret).with("tags", Value.Fields.of("t", secret));
    Value.Fields read = sim.read(NETWORK, sim.create(NETWORK, "net", attributes));
    assertThat(read.has("password")).isFalse();
    assertThat(read.fields("tags")).isEqualTo(fields("t", "s3cret"));
  }

  @Test
  void aComputedAttributeFollowsTheExampleAndWhatTheObjectRefersTo() {
    String net = sim.create(NETWORK, "net", CIDR);
    String sub = sim.create(SUBNET, "sub", subnet(net).with("other", Value.text("x-0a1b2c3d4e")));
    Value.Fields read = sim.read(SUBNET, sub);
    assertThat(read.text("arn")).contains("arn:eu-central-1:" + sub);
    assertThat(read.text("ownerId")).isEqualTo(sim.read(NETWORK, net).text("ownerId"));
  }

  @Test
  void aStepWithoutCallsTakesEffectWhenItIsLookedAt() {
    var target = new Target(null, CIDR, Simulation.owner("net"), Action.CREATE, 0, 0);
    var first = sim.session().probe(NETWORK, Action.CREATE, target);
    var second = sim.session().probe(NETWORK, Action.CREATE, target);
    assertThat(first).isInstanceOf(Progress.Ready.class).isEqualTo(second);
    String id = sim.world.objects().getFirst().key().id();
    assertThat(((Progress.Ready) first).observed().text("id")).contains(id);
    var gone = new Target(id, CIDR, Simulation.owner("net"), Action.DELETE, 0, 0);
    assertThat(sim.session().probe(NETWORK, Action.DELETE, gone))
        .isEqualTo(new Progress.Ready(Value.Fields.EMPTY));
    assertThat(sim.world.objects()).isEmpty();
  }

  @Test
  void aReferenceToNothingIsRefused() {
    var reply = sim.send(SUBNET, Action.CREATE, null, "sub", subnet("net-0123456789abcdef0"));
    assertThat(kind(reply)).isEqualTo(Failure.Kind.NOT_FOUND);
    assertThat(sim.world.objects()).isEmpty();
  }

  @Test
  void whatIsReferredToIsNotDeleted() {
    String net = sim.create(NETWORK, "net", CIDR);
    String sub = sim.create(SUBNET, "sub", subnet(net));
    assertThat(kind(sim.send(NETWORK, Action.DELETE, net, "net", CIDR)))
        .isEqualTo(Failure.Kind.CONFLICT);
    assertThat(kind(sim.send(SUBNET, Action.DELETE, sub, "sub", CIDR))).isNull();
    assertThat(kind(sim.send(NETWORK, Action.DELETE, net, "net", CIDR))).isNull();
    assertThat(sim.look(NETWORK, net)).isEqualTo(new Reading.Absent(1));
  }

  @Test
  void anExclusiveKeyHasOneHolderInItsBounds() {
    String net = sim.create(NETWORK, "net", CIDR);
    String other = sim.create(NETWORK, "other", CIDR);
    String first = sim.create(SUBNET, "a", subnet(net));
    assertThat(kind(sim.send(SUBNET, Action.CREATE, null, "b", subnet(net))))
        .isEqualTo(Failure.Kind.EXISTS);
    assertThat(sim.create(SUBNET, "b", subnet(other))).isNotEqualTo(first);
    sim.send(SUBNET, Action.DELETE, first, "a", subnet(net));
    assertThat(sim.create(SUBNET, "c", subnet(net))).isNotEqualTo(first);
  }

  @Test
  void whatDoesNotExistIsNeitherChangedNorDeleted() {
    for (Action action : List.of(Action.UPDATE, Action.DELETE)) {
      assertThat(kind(sim.send(NETWORK, action, "net-1", "net", CIDR)))
          .isEqualTo(Failure.Kind.NOT_FOUND);
    }
  }

  @Test
  void scopesDoNotSeeEachOther() {
    String id = sim.create(NETWORK, "net", CIDR);
    SampleProvider real = new SampleProvider();
    try (var elsewhere =
        new SimulatedProvider(real, SampleProvider::schema, sim.world)
            .open(real.scope(fields("region", "us-west-2")))) {
      var request = new ReadRequest(id, Collections.emptySortedSet(), Value.Fields.EMPTY);
      assertThat(elsewhere.readMany(NETWORK, List.of(request)))
          .containsExactly(new Reading.Absent(1));
    }
  }

  @Test
  void objectsAreFoundByOwnershipAndByWhatTheyHave() {
    String id = sim.create(NETWORK, "net", CIDR.with(Simulation.tags("Name", "main")));
    sim.create(NETWORK, "other", CIDR);
    var operation = Simulation.owner("net").operation();
    var owned = sim.session().findByOwnership(NETWORK, new OwnershipQuery("lineage", operation));
    assertThat(((Listing.Complete) owned).found()).hasSize(2);
    assertThat(sim.session().findByOwnership(NETWORK, new OwnershipQuery("other", null)))
        .isEqualTo(new Listing.Complete(List.of()));
    var named = sim.session().findByNaturalKey(NETWORK, Simulation.tags("Name", "main"));
    assertThat(((Listing.Complete) named).found())
        .extracting(Listing.Found::id)
        .containsExactly(id);
  }

  @Test
  void aLookupAnswersWithItsExample() {
    assertThat(sim.session().lookup(ZONES, Value.Fields.EMPTY))
        .isEqualTo(
            new Answer.Given(
                Value.Fields.of(
                    "names",
                    new Value.Items(
                        List.of(Value.text("eu-central-1a"), Value.text("eu-central-1b"))))));
  }

  @Test
  void anEngineIsThereAndIsWhatWasSaidOfIt() {
    var target =
        new Target(null, fields("endpoint", "e"), Simulation.owner("e"), Action.CREATE, 0, 0);
    var progress = sim.session().probe(ENGINE, Action.CREATE, target);
    assertThat(((Progress.Ready) progress).observed().text("endpoint")).contains("e");
    assertThat(((Progress.Ready) progress).observed().text("id").orElseThrow()).startsWith("sub-");
    assertThat(sim.world.objects()).isEmpty();
  }

  private static Value.Fields subnet(String network) {
    return fields("networkId", network, "cidr", "10.0.1.0/24");
  }
}
