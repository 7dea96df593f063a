package dev.cairn.referee;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.referee.http.Body;
import dev.cairn.referee.http.Head;
import dev.cairn.referee.http.Wire;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(20)
final class DockerRefereeTest {
  @TempDir Path directory;
  private UnixEngine engine;
  private DockerReferee referee;
  private Wire wire;

  @BeforeEach
  void start() throws IOException {
    engine = new UnixEngine(directory.resolve("engine.sock"));
    referee =
        DockerReferee.start(directory.resolve("engine.sock"), directory.resolve("host-a.sock"));
    wire = Wire.to(UnixDomainSocketAddress.of(referee.socket()));
  }

  @AfterEach
  void stop() throws IOException {
    wire.close();
    referee.close();
    engine.close();
  }

  @Test
  void aCreationIsForwardedAndNamedAsTheEngineApiNamesIt() throws IOException {
    String body = "{\"Image\":\"web\"}";
    assertThat(call("POST", "/v1.41/containers/create?name=web", body)).isEqualTo(body);
    Entry entry = referee.ledger().entries().getFirst();
    assertThat(entry.api()).isEqualTo("docker:ContainerCreate");
    assertThat(entry.target()).isEqualTo("host-a.sock");
    assertThat(entry.mutating()).isTrue();
    assertThat(entry.arguments()).containsEntry("name", "web").containsEntry("body", body);
    assertThat(engine.requests).containsExactly("POST /v1.41/containers/create?name=web HTTP/1.1");
  }

  @Test
  void oneConnectionCarriesManyRequestsOfEveryKind() throws IOException {
    assertThat(call("HEAD", "/_ping", "")).isEmpty();
    assertThat(call("POST", "/containers/web/start", "")).isEmpty();
    assertThat(call("GET", "/containers/web/logs", "")).isEqualTo("firstsecond");
    assertThat(call("GET", "/images/registry/team/web:1/json", "")).isEmpty();
    assertThat(call("DELETE", "/v1.52/images/team/web", "")).isEmpty();
    assertThat(call("POST", "/containers/web/wait", "")).isEmpty();
    assertThat(referee.ledger().entries())
        .extracting(Entry::api)
        .containsExactly(
            "docker:SystemPingHead",
            "docker:ContainerStart",
            "docker:ContainerLogs",
            "docker:ImageInspect",
            "docker:ImageDelete",
            "docker:ContainerWait");
    assertThat(referee.ledger().mutating())
        .extracting(Entry::api)
        .containsExactly("docker:ContainerStart", "docker:ImageDelete");
    assertThat(referee.ledger().entries()).allMatch(Entry::succeeded);
  }

  @Test
  void aBodyInChunksIsPassedOnAsItComes() throws IOException {
    write("POST /build HTTP/1.1\r\nHost: d\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n");
    write("4\r\ndefg\r\n0\r\n\r\n");
    assertThat(answer("POST")).isEqualTo("abcdefg");
    assertThat(referee.ledger().counts()).containsOnlyKeys("docker:ImageBuild");
  }

  @Test
  void anUpgradedConnectionIsPassedOnInBothDirectionsUntilBothEnd() throws IOException {
    write(
        "POST /containers/web/attach?stream=1 HTTP/1.1\r\nHost: d\r\n"
            + "Connection: Upgrade\r\nUpgrade: tcp\r\n\r\n");
    Head head = Head.read(wire).orElseThrow();
    assertThat(head.status()).isEqualTo(101);
    conversation();
  }

  @Test
  void aStreamThatTheEngineBeginsWithoutAnUpgradeIsPassedOnToo() throws IOException {
    write("POST /exec/1/start HTTP/1.1\r\nHost: d\r\nContent-Length: 0\r\n\r\n");
    assertThat(Head.read(wire).orElseThrow().status()).isEqualTo(200);
    conversation();
  }

  private void conversation() throws IOException {
    write("hello");
    assertThat(text(wire.read(5))).isEqualTo("hello");
    write("again");
    assertThat(text(wire.read(5))).isEqualTo("again");
    wire.finish();
    assertThat(text(wire.read(3))).isEqualTo("bye");
    assertThat(wire.read(1)).isNull();
  }

  @Test
  void refusedWritesDoNotReachTheEngineAndTheConnectionGoesOn() throws IOException {
    referee.refuseWrites(true);
    assertThat(call("POST", "/networks/create", "{\"Name\":\"front\"}"))
        .contains("\"message\":\"docker:NetworkCreate is not allowed");
    assertThat(call("GET", "/networks", "")).isEmpty();
    assertThat(engine.requests).containsExactly("GET /networks HTTP/1.1");
    assertThat(referee.ledger().mutating())
        .singleElement()
        .matches(entry -> entry.refused() && entry.status() == 403);
  }

  @Test
  void whatTheEngineApiDoesNotNameIsNamedByItsPathAndCounted() throws IOException {
    call("POST", "/v1.41/wonders/1/happen", "");
    assertThat(referee.ledger().mutating())
        .singleElement()
        .matches(entry -> entry.api().equals("docker:POST /wonders/1/happen"));
  }

  private String call(String method, String path, String body) throws IOException {
    write(
        method
            + " "
            + path
            + " HTTP/1.1\r\nHost: docker\r\nContent-Type: application/json\r\nContent-Length: "
            + body.length()
            + "\r\n\r\n"
            + body);
    return answer(method);
  }

  private String answer(String method) throws IOException {
    Body body = Body.ofResponse(Head.read(wire).orElseThrow(), method);
    return text(body.content(body.read(wire)));
  }

  private void write(String text) throws IOException {
    wire.write(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
