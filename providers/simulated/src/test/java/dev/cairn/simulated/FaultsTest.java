package dev.cairn.simulated;

import static dev.cairn.simulated.SampleProvider.NETWORK;
import static dev.cairn.simulated.Simulation.fields;
import static dev.cairn.simulated.Simulation.kind;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.api.plan.Action;
import dev.cairn.api.provider.Listing;
import dev.cairn.api.provider.Progress;
import dev.cairn.api.provider.Reply;
import dev.cairn.api.provider.Target;
import dev.cairn.api.resource.Failure;
import dev.cairn.api.resource.OwnershipQuery;
import dev.cairn.api.resource.Reading;
import dev.cairn.api.value.Value;
import dev.cairn.simulated.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class FaultsTest {
  private static final Value.Fields CIDR = fields("cidr", "10.0.0.0/16");

  @Test
  void aReplyLostBeforeMeansNothingWasMade() {
    Simulation sim = simulation(Faults.NONE.losing(1, 0));
    assertThat(create(sim, "net")).isInstanceOf(Reply.Lost.class);
    assertThat(sim.world.objects()).isEmpty();
  }

  @Test
  void aReplyLostAfterMeansItWasMade() {
    Simulation sim = simulation(Faults.NONE.losing(0, 1));
    assertThat(create(sim, "net")).isInstanceOf(Reply.Lost.class);
    assertThat(sim.world.objects()).hasSize(1);
  }

  @Test
  void throttlingHitsAboutItsShareAndTheSameCallsForTheSameSeed() {
    List<Boolean> hits = throttled(7);
    assertThat(hits.stream().filter(hit -> hit).count()).isBetween(30L, 70L);
    assertThat(throttled(7)).isEqualTo(hits);
    assertThat(throttled(8)).isNotEqualTo(hits);
  }

  @Test
  void aThrottledCallGoesThroughInTheEnd() {
    Simulation sim = simulation(Faults.NONE.seeded(1).throttling(0.5));
    assertThat(IntStream.range(0, 20).mapToObj(i -> create(sim, "net")))
        .anyMatch(Reply.Done.class::isInstance);
  }

  @Test
  void aRefusedCallIsRefusedForItsTypeAndNameOnly() {
    var refusal = new Faults.Refusal(NETWORK, "sample:CREATE", Failure.Kind.QUOTA);
    Simulation sim = simulation(Faults.NONE.refusing(refusal));
    assertThat(kind(create(sim, "net"))).isEqualTo(Failure.Kind.QUOTA);
    assertThat(kind(sim.send(NETWORK, Action.UPDATE, "x", "net", CIDR)))
        .isEqualTo(Failure.Kind.NOT_FOUND);
  }

  @Test
  void newObjectsAndTheirTagsAreSeenLate() {
    Simulation sim =
        simulation(Faults.NONE.lagging(Duration.ofSeconds(10), Duration.ofSeconds(20)));
    String id = sim.create(NETWORK, "net", CIDR);
    assertThat(sim.look(NETWORK, id)).isEqualTo(new Reading.Absent(1));
    assertThat(probe(sim, id)).isInstanceOf(Progress.Pending.class);
    sim.pass(Duration.ofSeconds(10));
    assertThat(sim.look(NETWORK, id)).isInstanceOf(Reading.Present.class);
    assertThat(probe(sim, id)).isInstanceOf(Progress.Ready.class);
    assertThat(owned(sim)).isEmpty();
    sim.pass(Duration.ofSeconds(10));
    assertThat(owned(sim)).hasSize(1);
  }

  @Test
  void anUnreadableTypeIsUnknownAndNeverAbsent() {
    Simulation sim = simulation(Faults.NONE.blindTo(NETWORK));
    assertThat(sim.look(NETWORK, "net-1")).isInstanceOf(Reading.Unreadable.class);
    assertThat(sim.session().findByOwnership(NETWORK, new OwnershipQuery("lineage", null)))
        .isInstanceOf(Listing.Unanswered.class);
  }

  @Test
  void everyCallTakesItsTime() {
    Simulation sim = simulation(Faults.NONE.slow(Duration.ofSeconds(3)));
    Instant before = sim.instant();
    create(sim, "net");
    assertThat(sim.instant()).isEqualTo(before.plusSeconds(3));
  }

  private static List<Boolean> throttled(long seed) {
    Simulation sim = simulation(Faults.NONE.seeded(seed).throttling(0.5));
    return IntStream.range(0, 100)
        .mapToObj(i -> kind(create(sim, "net" + i)) == Failure.Kind.THROTTLED)
        .toList();
  }

  private static Simulation simulation(Faults faults) {
    return new Simulation(World.inMemory(), faults);
  }

  private static Reply create(Simulation sim, String address) {
    return sim.send(NETWORK, Action.CREATE, null, address, CIDR);
  }

  private static Progress probe(Simulation sim, String id) {
    Target target = new Target(id, CIDR, Simulation.owner("net"), Action.CREATE, 0, 1);
    return sim.session().probe(NETWORK, Action.CREATE, target);
  }

  private static List<Listing.Found> owned(Simulation sim) {
    Listing listing = sim.session().findByOwnership(NETWORK, new OwnershipQuery("lineage", null));
    return ((Listing.Complete) listing).found();
  }
}
