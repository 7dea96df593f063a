package dev.cairn.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.acceptance.parts.Cairn;
import dev.cairn.acceptance.parts.Engine;
import dev.cairn.acceptance.parts.EveryDefault;
import dev.cairn.acceptance.parts.Parts;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// Containers that share the network, the processes or the memory of another one.
@ExtendWith(Parts.class)
class SharedNamespacesTest {
  @TempDir Path directory;
  private Engine engine;
  private Cairn cairn;

  @BeforeEach
  void open(@EveryDefault Engine anEngine) {
    engine = anEngine;
    cairn = new Cairn(directory);
    cairn.begin();
  }

  @AfterEach
  void close() {
    cairn.run("destroy", "--yes").orFail();
  }

  private void write(String mode) {
    cairn.commit(
        """
        stack: shared
        resources:
          host: { type: docker.host, endpoint: "%s" }
          base:
            type: docker.container
            host: ${host}
            name: shared-base
            image: cairn.test/busybox:1
            command: sleep 1000
            ipc: shareable
            environment: { MODE: %s }
          net: { type: docker.container, host: "${host}", image: "cairn.test/busybox:1", command: sleep 1000, networkMode: "${base}" }
          pid: { type: docker.container, host: "${host}", image: "cairn.test/busybox:1", command: sleep 1000, pid: "${base}" }
          ipc: { type: docker.container, host: "${host}", image: "cairn.test/busybox:1", command: sleep 1000, ipc: "${base}" }
        """
            .formatted(engine.endpoint(), mode));
  }

  private void settled() {
    cairn.nothingToDo();
  }

  @Test
  void whatSharesByReferenceSettlesAndIsReplacedWithWhatItShares() {
    write("one");
    cairn.run("apply", "--yes").orFail();
    settled();
    write("two");
    assertThat(cairn.run("plan").orFail().out())
        .contains("-/+ base", "-/+ net", "-/+ pid", "-/+ ipc");
    cairn.run("apply", "--yes").orFail();
    settled();
  }
}
