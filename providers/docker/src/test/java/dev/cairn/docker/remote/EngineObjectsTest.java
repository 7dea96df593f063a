package dev.cairn.docker.remote;

import static dev.cairn.docker.remote.Bench.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.api.address.TypeName;
import dev.cairn.api.provider.Answer;
import dev.cairn.api.provider.Listing;
import dev.cairn.api.resource.Reading;
import dev.cairn.api.value.Value;
import dev.cairn.docker.type.Names;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Hosts, images, networks and volumes on a real engine.
@Tag("engine")
@EnabledIfSystemProperty(named = "cairn.docker", matches = ".+")
class EngineObjectsTest {
  private static Bench bench;

  @BeforeAll
  static void open() {
    TestImage.on(System.getProperty("cairn.docker"));
    bench = new Bench(System.getProperty("cairn.docker"));
  }

  @AfterAll
  static void close() {
    bench.close();
  }

  @Test
  void aHostIsTheEngineThatAnswers() {
    Value.Fields written = bench.scope.settings().with("labels", json("{\"daemon\": \"web\"}"));
    Bench.Made host = bench.create(Names.HOST, written);
    Value.Fields observed = bench.observed(host);
    assertThat(Bench.differences(written, observed, "")).isEmpty();
    assertThat(observed.fields().keySet())
        .contains("id", "name", "version", "apiVersion", "operatingSystem", "cpus", "memory");
    assertThat(((Answer.Given) bench.session.identity()).outputs().get("id"))
        .isEqualTo(observed.get("id"));
    bench.delete(host);
  }

  @Test
  void anotherEngineAtTheEndpointIsNotTheRecordedOne() {
    Bench.Made made =
        new Bench.Made(Names.HOST, "AAAA:BBBB", bench.scope.settings(), Bench.ownership());
    assertThat(bench.read(made)).isInstanceOf(Reading.Unreadable.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        """
        {"name": "cairn-net-1"}
        """,
        """
        {"name": "cairn-net-1", "driver": "bridge", "internal": true, "attachable": true,
         "options": {"com.docker.network.bridge.enable_icc": "false"}, "labels": ["a=b"]}
        """,
        """
        {"name": "cairn-net-1", "ipam": {"config": [{"subnet": "10.213.8.0/24"}]}}
        """,
        """
        {"name": "cairn-net-1", "ipam": {"driver": "default", "config": [
          {"subnet": "10.213.9.0/24", "gateway": "10.213.9.1", "ipRange": "10.213.9.128/25",
           "auxAddresses": {"router": "10.213.9.2"}}]}}
        """,
        """
        {"name": "cairn-net-1", "enableIpv6": true,
         "ipam": {"config": [{"subnet": "fd00:213::/64"}, {"subnet": "10.213.10.0/24"}]}}
        """
      })
  void whatWasSetOnANetworkIsRead(String text) {
    lives(Names.NETWORK, json(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        """
        {"name": "cairn-vol-1"}
        """,
        """
        {"name": "cairn-vol-1", "driver": "local", "labels": {"a": "b"},
         "driverOpts": {"type": "tmpfs", "device": "tmpfs", "o": "size=1m"}}
        """
      })
  void whatWasSetOnAVolumeIsRead(String text) {
    lives(Names.VOLUME, json(text));
  }

  private void lives(TypeName type, Value.Fields written) {
    Bench.Made made = bench.create(type, written);
    Value.Fields set = bench.type(type).normalize(written);
    List<String> differences = Bench.differences(set, bench.observed(made), "");
    List<String> owned = bench.owned(type, made.ownership());
    Listing named =
        bench.session.findByNaturalKey(type, Value.Fields.of("name", set.get("name").get()));
    bench.delete(made);
    assertThat(differences).isEmpty();
    assertThat(owned).containsExactly(made.id());
    assertThat(((Listing.Complete) named).found()).hasSize(1);
    assertThat(bench.read(made)).isEqualTo(new Reading.Absent(1));
  }

  @Test
  void aVolumeThatIsThereAlreadyIsNotTakenForOurs() {
    Bench.Made first = bench.create(Names.VOLUME, json("{\"name\": \"cairn-vol-2\"}"));
    Bench.Outcome second = bench.tryCreate(Names.VOLUME, json("{\"name\": \"cairn-vol-2\"}"));
    bench.delete(first);
    assertThat(second.trouble().orElseThrow()).contains("EXISTS");
  }

  @Test
  void aNetworkWhoseNameIsTakenIsRefused() {
    Bench.Made first = bench.create(Names.NETWORK, json("{\"name\": \"cairn-net-2\"}"));
    Bench.Outcome second = bench.tryCreate(Names.NETWORK, json("{\"name\": \"cairn-net-2\"}"));
    bench.delete(first);
    assertThat(second.trouble().orElseThrow()).contains("EXISTS");
  }

  @ParameterizedTest
  @ValueSource(strings = {"missing", "never"})
  void anImageThatIsThereNeedsNoRegistryAndStays(String pull) {
    Value.Fields written =
        Value.Fields.of("name", Value.text(TestImage.NAME)).with("pull", Value.text(pull));
    Bench.Made image = bench.create(Names.IMAGE, written);
    assertThat(image.id()).startsWith("sha256:");
    assertThat(Bench.differences(written, bench.observed(image), "")).isEmpty();
    bench.delete(image);
    assertThat(bench.read(image)).isInstanceOf(Reading.Present.class);
  }

  @Test
  void anImageThatNoRegistryHasIsRefused() {
    Bench.Outcome outcome =
        bench.tryCreate(Names.IMAGE, json("{\"name\": \"127.0.0.1:9/none:1\"}"));
    assertThat(outcome.trouble().orElseThrow()).startsWith("Refused");
  }
}
