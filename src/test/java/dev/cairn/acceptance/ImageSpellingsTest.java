package dev.cairn.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.acceptance.parts.Cairn;
import dev.cairn.acceptance.parts.Engine;
import dev.cairn.acceptance.parts.EveryDefault;
import dev.cairn.acceptance.parts.Parts;
import dev.cairn.acceptance.parts.Shell;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// One image has many names, and one name may come to stand for another image.
@ExtendWith(Parts.class)
class ImageSpellingsTest {
  private static final String NAME = "spelled/busybox";

  @TempDir Path directory;
  private Engine engine;
  private Cairn cairn;
  private String id = "";

  @BeforeEach
  void open(@EveryDefault Engine anEngine) {
    engine = anEngine;
    engine.docker("tag", Engine.IMAGE, NAME + ":latest");
    engine.docker("tag", Engine.IMAGE, NAME + ":1");
    id = engine.docker("image", "inspect", "-f", "{{.Id}}", Engine.IMAGE);
    cairn = new Cairn(directory);
    cairn.begin();
  }

  @AfterEach
  void close() {
    cairn.run("destroy", "--yes").orFail();
  }

  private void write(String... images) {
    StringBuilder yaml = new StringBuilder("stack: images\nresources:\n");
    yaml.append("  host: { type: docker.host, endpoint: \"%s\" }\n".formatted(engine.endpoint()));
    for (int i = 0; i < images.length; i++) {
      yaml.append(
          "  c%d: { type: docker.container, host: \"${host}\", image: \"%s\", command: sleep 1000 }\n"
              .formatted(i, images[i]));
    }
    cairn.commit(yaml.toString());
  }

  private void settled() {
    cairn.nothingToDo();
  }

  private String shortId() {
    return id.substring("sha256:".length(), "sha256:".length() + 12);
  }

  @Test
  void everySpellingOfAnImageSettles() {
    write(
        NAME,
        NAME + ":1",
        "docker.io/" + NAME,
        "docker.io/" + NAME + ":1",
        id,
        id.substring("sha256:".length()),
        shortId());
    cairn.run("apply", "--yes").orFail();
    settled();
  }

  @Test
  void anotherSpellingOfANameOrIdIsNoChange() {
    write(NAME, "docker.io/" + NAME + ":1", id);
    cairn.run("apply", "--yes").orFail();
    write("index.docker.io/" + NAME + ":latest", NAME + ":1", id.substring("sha256:".length()));
    settled();
  }

  @Test
  void aTagThatMovedOrIsLostIsANoticeAndNoChange() {
    write(NAME);
    cairn.run("apply", "--yes").orFail();
    engine.docker("rmi", NAME + ":latest");
    Shell.Result plan = cairn.run("plan").orFail();
    assertThat(plan.out() + plan.err()).contains("CRN2034", "c0", NAME + ":latest");
    settled();
  }
}
