package dev.cairn.docker.form;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.api.value.Value;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortsTest {
  private static Value normal(String... ports) {
    return Ports.normal(new Value.Items(Arrays.stream(ports).<Value>map(Value::text).toList()));
  }

  private static Value.Fields port(long target, String protocol) {
    return Value.Fields.of("target", new Value.Whole(target))
        .with("protocol", Value.text(protocol));
  }

  private static Value.Fields published(Value.Fields port, long number) {
    return port.with("published", new Value.Whole(number));
  }

  @Test
  void everyShortFormHasANormalForm() {
    assertThat(Known.items(normal("80")).getFirst()).isEqualTo(port(80, "tcp"));
    assertThat(Known.items(normal("8080:80")).getFirst())
        .isEqualTo(published(port(80, "tcp"), 8080));
    assertThat(Known.items(normal("127.0.0.1:53:53/UDP")).getFirst())
        .isEqualTo(published(port(53, "udp"), 53).with("hostIp", Value.text("127.0.0.1")));
    assertThat(Known.items(normal("127.0.0.1::80")).getFirst())
        .isEqualTo(port(80, "tcp").with("hostIp", Value.text("127.0.0.1")));
    assertThat(Known.items(normal("[::1]:80:80")).getFirst())
        .isEqualTo(published(port(80, "tcp"), 80).with("hostIp", Value.text("::1")));
    assertThat(Known.items(normal("9000-9002:90-92"))).hasSize(3);
  }

  @Test
  void theOrderOfPortsHasNoMeaning() {
    assertThat(normal("8081:80", "8080:80")).isEqualTo(normal("8080:80", "8081:80"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"80:", "x", "1-3:4-5", "99999", "80/icmp"})
  void whatIsNoPortIsNotUnderstood(String text) {
    assertThat(Ports.understands(normal(text))).isFalse();
  }

  @Test
  void whatTheEngineReportsIsTheNormalForm() {
    Value ports = normal("8080:80", "127.0.0.1:8081:80", "53/udp");
    assertThat(Ports.read(Known.fields(Ports.bindings(ports)))).isEqualTo(Optional.of(ports));
  }

  @Test
  void onlyFixedPortsAreTaken() {
    assertThat(Ports.taken(normal("8080:80", "127.0.0.1:53:53/udp", "90")))
        .isEqualTo(
            new Value.Items(List.of(Value.text("*:8080/tcp"), Value.text("127.0.0.1:53/udp"))));
  }
}
