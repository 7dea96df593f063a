package dev.cairn.acceptance.pairs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.acceptance.pairs.Trial.Subject;
import dev.cairn.acceptance.parts.Engine;
import dev.cairn.acceptance.parts.EveryDefault;
import dev.cairn.acceptance.parts.Parts;
import dev.cairn.api.address.TypeName;
import dev.cairn.core.schema.Types;
import dev.cairn.docker.DockerProvider;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Every attribute and every pair of attributes of containers, networks and volumes, on an engine
/// whose daemon has every default set: what was applied plans empty.
///
/// Usually a sample that changes with `-Dcairn.pairs.seed=N`; `-Dcairn.pairs=all` takes every pair.
@ExtendWith(Parts.class)
class PairsTest {
  private static final long SEED = Long.getLong("cairn.pairs.seed", 1);
  private static final boolean ALL = "all".equals(System.getProperty("cairn.pairs"));
  private static final int SAMPLE = 4;

  /// So many resources are tried at once.
  private static final int BATCH = 20;

  private static Space space(String type, String file) throws IOException {
    try (var in =
        Objects.requireNonNull(PairsTest.class.getResourceAsStream("/pairs/" + file + ".txt"))) {
      return Space.parse(
          type, new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList());
    }
  }

  private static List<Subject> subjects(Space space, int first, String... needed) {
    List<Setting> needs = List.of(needed).stream().map(Setting::parse).toList();
    List<Subject> subjects = new ArrayList<>();
    for (List<Setting> row : CoveringArray.of(space, SEED)) {
      subjects.add(new Subject(space.type(), first + subjects.size(), needs, row));
    }
    return ALL ? subjects : subjects.subList(0, Math.min(SAMPLE, subjects.size()));
  }

  private static void settle(Engine engine, List<Subject> subjects) {
    System.out.println("pairs: " + subjects.size() + " resources");
    List<String> troubles = new ArrayList<>();
    for (int at = 0; at < subjects.size(); at += BATCH) {
      List<Subject> batch = subjects.subList(at, Math.min(subjects.size(), at + BATCH));
      troubles.addAll(new Trial(engine).troubles(batch));
    }
    assertThat(troubles).isEmpty();
  }

  @Test
  void containersSettleWithEveryPairOfTheirAttributes(@EveryDefault Engine engine)
      throws IOException {
    settle(
        engine,
        subjects(
            space("container", "container"),
            10,
            "image: cairn.test/busybox:1",
            "command: sleep 1000",
            "memory: 128m"));
  }

  @Test
  void networksAndVolumesSettleWithEveryPairOfTheirAttributes(@EveryDefault Engine engine)
      throws IOException {
    List<Subject> all = new ArrayList<>(subjects(space("network", "network"), 10, "name: pair-n#"));
    all.addAll(subjects(space("network", "network6"), 50, "name: pair-n#", "enableIpv6: true"));
    all.addAll(subjects(space("volume", "volume"), 10, "name: pair-v#"));
    settle(engine, all);
  }

  @ParameterizedTest
  @ValueSource(strings = {"container", "network", "volume"})
  void everyAttributeThatCanBeSetIsTried(String type) throws IOException {
    Set<String> tried = new TreeSet<>(Set.of("host", "name", "enableIpv6", "state"));
    space(type, type).settings().forEach(setting -> tried.add(setting.attribute()));
    Set<String> settable = new TreeSet<>();
    new Types(List.of(new DockerProvider()))
        .schema(new TypeName("docker", type))
        .orElseThrow()
        .attributes()
        .forEach((name, attribute) -> {
          if (attribute.settable()) {
            settable.add(name);
          }
        });
    assertThat(tried).containsAll(settable);
  }
}
