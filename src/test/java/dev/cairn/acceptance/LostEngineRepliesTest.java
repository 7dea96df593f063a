package dev.cairn.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.acceptance.parts.Cairn;
import dev.cairn.acceptance.parts.Engine;
import dev.cairn.acceptance.parts.Parts;
import dev.cairn.acceptance.parts.WrongReply;
import dev.cairn.referee.DockerReferee;
import dev.cairn.referee.Exchange;
import dev.cairn.referee.Fault;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// An engine's reply to the first mutating call of every kind goes wrong.
@ExtendWith(Parts.class)
class LostEngineRepliesTest {
  private static final String STACK =
      """
      stack: engine-replies
      variables: { engine: { type: string }, limit: { type: string, default: 64m } }
      resources:
        engine: { type: docker.host, endpoint: "${vars.engine}" }
        front: { type: docker.network, host: "${engine}", name: lost-front }
        back: { type: docker.network, host: "${engine}", name: lost-back }
        data: { type: docker.volume, host: "${engine}", name: lost-data }
        web:
          type: docker.container
          host: ${engine}
          name: lost-web
          image: cairn.test/busybox:1
          command: [ httpd, -f, -p, "8080", -h, /www ]
          networks: [ "${front}", "${back}" ]
          volumes: [ "${data.name}:/data" ]
          memory: ${vars.limit}
      """;

  @TempDir Path directory;

  @ParameterizedTest
  @EnumSource(names = {"LOST", "GARBAGE", "FAILED"})
  void everyObjectIsMadeOnceThoughTheFirstReplyOfEveryKindGoesWrong(WrongReply wrong, Engine engine)
      throws Exception {
    Path socket = Files.createTempDirectory("ref").resolve("s");
    try (DockerReferee docker = DockerReferee.start(engine.socket(), socket)) {
      Fault fault = wrong.of(Exchange::mutating);
      docker.add(fault);
      Cairn cairn = new Cairn(directory).with("CAIRN_VAR_engine", "unix://" + docker.socket());
      cairn.begin();
      cairn.commit(STACK);
      cairn.run("apply", "--yes").orFail();
      cairn.nothingToDo();
      assertThat(made(engine)).isEqualTo("1 2 1");
      cairn.with("CAIRN_VAR_limit", "96m").run("apply", "--yes").orFail();
      cairn.nothingToDo();
      assertThat(made(engine)).isEqualTo("1 2 1");
      cairn.run("destroy", "--yes", "--accept-data-loss", "*").orFail();
      assertThat(made(engine)).isEqualTo("0 0 0");
      assertThat(fault.happened())
          .containsKeys(
              "docker:NetworkCreate",
              "docker:VolumeCreate",
              "docker:ContainerCreate",
              "docker:ContainerStart",
              "docker:ContainerDelete",
              "docker:VolumeDelete");
    }
  }

  private static String made(Engine engine) {
    return "%d %d %d"
        .formatted(
            lines(engine.docker("ps", "-aq", "--filter", "name=lost-")),
            lines(engine.docker("network", "ls", "-q", "--filter", "name=lost-")),
            lines(engine.docker("volume", "ls", "-q", "--filter", "name=lost-")));
  }

  private static long lines(String text) {
    return text.lines().count();
  }
}
