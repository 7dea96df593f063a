package dev.cairn.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.acceptance.parts.Cairn;
import dev.cairn.acceptance.parts.Engine;
import dev.cairn.acceptance.parts.Parts;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// What is replaced on a real engine while containers use it, or share what only one can have.
@ExtendWith(Parts.class)
class ReplacedOnEngineTest {
  @TempDir Path directory;
  private Engine engine;
  private Cairn cairn;

  @BeforeEach
  void open(Engine anEngine) {
    engine = anEngine;
    cairn = new Cairn(directory);
    cairn.begin();
  }

  @AfterEach
  void close() {
    cairn.run("destroy", "--yes", "--accept-data-loss", "*").orFail();
    assertThat(engine.docker("ps", "-aq", "--filter", "name=used-")).isEmpty();
  }

  private void edited(String before, String after) {
    for (String resources : new String[] {before, after}) {
      cairn.commit(
          """
          stack: used
          resources:
            host: { type: docker.host, endpoint: "%s" }
          """
                  .formatted(engine.endpoint())
              + resources.indent(2));
      cairn.run("apply", "--yes", "--accept-data-loss", "*").orFail();
      cairn.nothingToDo();
    }
  }

  private static String box(String name, String more) {
    return """
    %s: { type: docker.container, host: "${host}", name: used-%s, image: "cairn.test/busybox:1", command: sleep 1000, %s }
    """
        .formatted(name, name, more);
  }

  @Test
  void aNetworkUnderContainersThatNameItInEveryWay() {
    String boxes =
        box("one", "networks: [ \"${net}\" ]")
            + box("two", "networks: [ \"${net.name}\" ]")
            + box("three", "networks: [ used-net ]");
    String net = "net: { type: docker.network, host: \"${host}\", name: used-net, internal: %s }\n";
    edited(net.formatted("false") + boxes, net.formatted("true") + boxes);
    assertThat(engine.docker("network", "inspect", "-f", "{{len .Containers}}", "used-net"))
        .isEqualTo("3");
  }

  @Test
  void aVolumeUnderContainersThatNameItInEveryWay() {
    String boxes =
        box("one", "volumes: [ { type: volume, source: \"${data}\", target: /data } ]")
            + box("two", "volumes: [ \"${data.name}:/data\" ]")
            + box("three", "volumes: [ \"used-data:/data\" ]");
    String data =
        "data: { type: docker.volume, host: \"${host}\", name: used-data, driverOpts: { type:"
            + " tmpfs, device: tmpfs, o: \"size=%s\" } }\n";
    edited(data.formatted("1m") + boxes, data.formatted("2m") + boxes);
  }

  @Test
  void aContainerWhoseNamespacesAreSharedByItsName() {
    String sharers =
        box("net", "networkMode: \"container:used-base\"")
            + box("pid", "pid: \"container:used-base\"");
    edited(
        box("base", "environment: { MODE: one }") + sharers,
        box("base", "environment: { MODE: two }") + sharers);
  }

  @Test
  void aContainerWithAnotherAddressAndTheSameNameAndPort() {
    String old = box("web", "ports: [ \"18080:80\" ]");
    edited(old, old.replaceFirst("web", "front"));
  }

  @Test
  void twoContainersThatChangePlaces() {
    edited(
        box("one", "ports: [ \"18081:80\" ]") + box("two", "ports: [ \"18082:80\" ]"),
        box("one", "ports: [ \"18082:80\" ]") + box("two", "ports: [ \"18081:80\" ]"));
  }
}
