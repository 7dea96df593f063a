package dev.cairn.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MergedJarTest {
  @TempDir Path directory;

  @Test
  void theFirstJarWinsButServicesAreJoined() throws IOException {
    var entries =
        merge(
            Map.of("a.txt", "first", "META-INF/services/S", "one"),
            Map.of("a.txt", "second", "b.txt", "b", "META-INF/services/S", "two"));

    assertThat(entries)
        .isEqualTo(Map.of("a.txt", "first", "b.txt", "b", "META-INF/services/S", "one\ntwo"));
  }

  @Test
  void entriesForNewerReleasesTakeTheirPlace() throws IOException {
    var entries =
        merge(
            Map.of(
                "A.class", "8",
                "META-INF/versions/9/A.class", "9",
                "META-INF/versions/21/A.class", "21",
                "META-INF/versions/99/A.class", "99",
                "META-INF/versions/9/module-info.class", "m"));

    assertThat(entries).isEqualTo(Map.of("A.class", "21"));
  }

  @Test
  void signaturesAreDroppedAndLicencesKept() throws IOException {
    var entries =
        merge(
            Map.of(
                "META-INF/MANIFEST.MF", "m",
                "META-INF/X.SF", "s",
                "META-INF/X.RSA", "s",
                "META-INF/LICENSE.txt", "free",
                "LICENSE", "also free",
                "module-info.class", "m"));

    assertThat(entries)
        .isEqualTo(
            Map.of(
                "META-INF/third-party/0.jar/LICENSE.txt", "free",
                "META-INF/third-party/0.jar/LICENSE", "also free"));
  }

  @Test
  void theSameJarsMakeTheSameBytes() throws IOException {
    Path jar = SampleProgram.jar(directory.resolve("in.jar"), Map.of("a", new byte[] {1, 2}));
    MergedJar.of(List.of(jar)).write(directory.resolve("one.jar"), true);
    MergedJar.of(List.of(jar)).write(directory.resolve("two.jar"), true);

    assertThat(directory.resolve("one.jar")).hasSameBinaryContentAs(directory.resolve("two.jar"));
  }

  @SafeVarargs
  private Map<String, String> merge(Map<String, String>... contents) throws IOException {
    List<Path> jars = new ArrayList<>();
    for (Map<String, String> content : contents) {
      Map<String, byte[]> bytes = new TreeMap<>();
      content.forEach((name, text) -> bytes.put(name, SampleProgram.text(text)));
      jars.add(SampleProgram.jar(directory.resolve(jars.size() + ".jar"), bytes));
    }
    Map<String, String> merged = new TreeMap<>();
    MergedJar.of(jars)
        .entries()
        .forEach((name, bytes) -> merged.put(name, new String(bytes, StandardCharsets.UTF_8)));
    return merged;
  }
}
