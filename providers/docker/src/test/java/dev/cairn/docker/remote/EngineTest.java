package dev.cairn.docker.remote;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.api.provider.Listing;
import dev.cairn.api.provider.ReadRequest;
import dev.cairn.api.provider.Reply;
import dev.cairn.api.resource.Failure;
import dev.cairn.api.resource.Reading;
import dev.cairn.api.value.Value;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Engines that misbehave.
class EngineTest {
  @TempDir private Path directory;
  private final AtomicInteger requests = new AtomicInteger();
  private ServerSocketChannel server;
  private Engine engine;

  @BeforeEach
  void listen() throws IOException {
    Path socket = directory.resolve("s");
    server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    server.bind(UnixDomainSocketAddress.of(socket));
    engine = new Engine(settings(socket));
  }

  @AfterEach
  void close() throws IOException {
    engine.close();
    server.close();
  }

  private static Value.Fields settings(Path socket) {
    return Value.Fields.of("endpoint", Value.text("unix://" + socket));
  }

  /// Takes every request, gives this answer and closes; with null, it does not answer at all.
  private void answers(String answer) {
    Thread.ofPlatform()
        .daemon()
        .start(() -> {
          try {
            while (true) {
              SocketChannel connection = server.accept();
              connection.read(ByteBuffer.allocate(4096));
              requests.incrementAndGet();
              if (answer != null) {
                connection.write(ByteBuffer.wrap(answer.getBytes(StandardCharsets.UTF_8)));
                connection.close();
              }
            }
          } catch (IOException e) {
            // the test is over
          }
        });
  }

  private static String http(int status, String body) {
    return "HTTP/1.1 %d X\r\nContent-Length: %d\r\nConnection: close\r\n\r\n%s"
        .formatted(status, body.length(), body);
  }

  private Reply act(Request request) {
    return Sender.act(engine, request);
  }

  @Test
  void anEngineThatHangsIsLeftWhenTheTimeIsUp() {
    answers(null);
    Instant start = Instant.now();
    Request stop = Request.post("docker:ContainerStop", "/containers/x/stop", null);
    assertThat(act(stop.within(Duration.ofMillis(300)))).isInstanceOf(Reply.Lost.class);
    assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(10));
  }

  @Test
  void aReadOfAnEngineThatSaysNothingEndsAfterFifteenSecondsWithItsEndpointAndTheNextOneSooner() {
    answers(null);
    Instant start = Instant.now();
    ReadRequest request = new ReadRequest("x", new TreeSet<>(), Value.Fields.EMPTY);
    List<Reading> readings = new Containers(engine).read(List.of(request));
    assertThat(Duration.between(start, Instant.now()))
        .isBetween(Duration.ofSeconds(14), Duration.ofSeconds(20));
    assertThat(((Reading.Unreadable) readings.getFirst()).why().text())
        .contains("unix://" + directory.resolve("s"), "has not answered for 15 s");
    readings = new Networks(engine).read(List.of(request));
    assertThat(((Reading.Unreadable) readings.getFirst()).why().text())
        .contains("has not answered for 5 s");
  }

  @Test
  void aReadThatTakesLongIsWaitedForWhereTheEngineLives() {
    slow(Duration.ofSeconds(17), http(200, "[]"));
    ReadRequest request = new ReadRequest("x", new TreeSet<>(), Value.Fields.EMPTY);
    assertThat(new Networks(engine).read(List.of(request))).containsExactly(new Reading.Absent(1));
  }

  /// Answers pings at once, and everything else late.
  private void slow(Duration late, String answer) {
    Thread.ofPlatform()
        .daemon()
        .start(() -> {
          try {
            while (true) {
              SocketChannel connection = server.accept();
              Thread.ofPlatform().daemon().start(() -> reply(connection, late, answer));
            }
          } catch (IOException e) {
            // the test is over
          }
        });
  }

  private static void reply(SocketChannel connection, Duration late, String answer) {
    try (connection) {
      ByteBuffer request = ByteBuffer.allocate(4096);
      connection.read(request);
      String line = new String(request.array(), StandardCharsets.UTF_8);
      boolean ping = line.startsWith("GET /_ping");
      if (!ping) {
        Thread.sleep(late);
      }
      connection.write(
          ByteBuffer.wrap((ping ? http(200, "OK") : answer).getBytes(StandardCharsets.UTF_8)));
    } catch (IOException | InterruptedException e) {
      // the test is over
    }
  }

  @Test
  void aMutatingRequestWhoseReplyIsLostIsNotSentAgain() {
    answers("");
    assertThat(act(Request.delete("docker:VolumeDelete", "/volumes/x")))
        .isInstanceOf(Reply.Lost.class);
    assertThat(act(Request.post("docker:ContainerStart", "/containers/x/start", null)))
        .isInstanceOf(Reply.Lost.class);
    assertThat(act(Request.post("docker:VolumeCreate", "/volumes/create", Value.Fields.EMPTY)))
        .isInstanceOf(Reply.Lost.class);
    assertThat(requests).hasValue(3);
  }

  @Test
  void anErrorWithTheEnginesWordsIsARefusalAndOneWithoutThemIsNot() {
    answers(http(500, "{\"message\": \"port is already allocated\"}"));
    Reply reply = act(Request.post("docker:ContainerStart", "/containers/x/start", null));
    assertThat(reply).isInstanceOf(Reply.Refused.class);
    assertThat(((Reply.Refused) reply).failure().kind()).isEqualTo(Failure.Kind.REJECTED);
  }

  @Test
  void anErrorWithoutTheEnginesWordsIsIndefinite() {
    answers(http(502, "bad gateway"));
    assertThat(act(Request.delete("docker:VolumeDelete", "/volumes/x")))
        .isInstanceOf(Reply.Lost.class);
  }

  @Test
  void whatAnEngineDoesNotAnswerIsNeverAbsent() {
    answers(http(500, "{\"message\": \"trouble\"}"));
    for (Kind kind : List.of(new Containers(engine), new Networks(engine), new Volumes(engine))) {
      List<Reading> readings =
          kind.read(List.of(new ReadRequest("x", new TreeSet<>(), Value.Fields.EMPTY)));
      assertThat(readings).hasSize(1).allMatch(Reading.Unreadable.class::isInstance);
    }
  }

  @ParameterizedTest
  @MethodSource("foreign")
  void whatNoEngineSaysMakesAChangeLostAndNeverRefusedOrDone(String foreign) {
    answers(foreign);
    Value.Fields none = Value.Fields.EMPTY;
    assertThat(Sender.create(engine, Request.post("docker:NetworkCreate", "/x", none), "Id"))
        .isInstanceOf(Reply.Lost.class);
    assertThat(act(Request.post("docker:ContainerStart", "/containers/x/start", null)))
        .isInstanceOf(Reply.Lost.class);
    assertThat(act(Request.delete("docker:VolumeDelete", "/volumes/x")))
        .isInstanceOf(Reply.Lost.class);
    assertThat(requests).hasValue(3);
  }

  @ParameterizedTest
  @MethodSource("foreign")
  void whatNoEngineSaysIsUnreadableAndNeverAbsentOrAnEmptyList(String foreign) {
    answers(foreign);
    ReadRequest request = new ReadRequest("x", new TreeSet<>(), Value.Fields.EMPTY);
    for (Kind kind :
        List.of(
            new Containers(engine),
            new Networks(engine),
            new Volumes(engine),
            new Images(engine))) {
      assertThat(kind.read(List.of(request)))
          .hasSize(1)
          .allMatch(Reading.Unreadable.class::isInstance);
      assertThat(kind.matching(Value.Fields.of("name", Value.text("x"))))
          .isInstanceOf(Listing.Unanswered.class);
    }
  }

  private static Stream<String> foreign() {
    return Stream.of(
        http(200, "<html>Sign in</html>"),
        http(200, "[{\"Id\": \"x\""),
        http(200, "{\"Volumes\": ["),
        http(302, ""),
        http(400, "<html>Bad request</html>"),
        http(404, "<html>No such page</html>"),
        http(409, ""),
        http(502, "bad gateway"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "[]", "{\"Warning\": \"none\"}"})
  void anAnswerThatDoesNotNameWhatWasMadeIsLost(String body) {
    answers(http(201, body));
    Value.Fields none = Value.Fields.EMPTY;
    assertThat(Sender.create(engine, Request.post("docker:NetworkCreate", "/x", none), "Id"))
        .isInstanceOf(Reply.Lost.class);
  }

  @Test
  void aCallToAnEngineThatIsNotThereIsRefusedBecauseItWasNotSent() {
    try (Engine none = new Engine(settings(directory.resolve("none")))) {
      Reply reply = Sender.act(none, Request.delete("docker:VolumeDelete", "/volumes/x"));
      assertThat(reply).isInstanceOf(Reply.Refused.class);
    }
  }

  @Test
  void anEndpointOverSshIsRefusedInWords() {
    Value.Fields ssh = Value.Fields.of("endpoint", Value.text("ssh://ops@node"));
    try (Engine none = new Engine(ssh)) {
      Reply reply = Sender.act(none, Request.delete("docker:VolumeDelete", "/volumes/x"));
      assertThat(((Reply.Refused) reply).failure().text()).contains("not available");
    }
  }
}
