package dev.cairn.core.stack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.api.diagnostic.Diagnostic;
import dev.cairn.api.diagnostic.SourceRange;
import dev.cairn.core.schema.SampleProvider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every file under `fixtures` says on its own lines what is wrong with them: `# expect: CODE
/// text`, where the text is a part of what is said. Nothing else may be found.
class FixturesTest {
  private static final Path FIXTURES = Path.of("src/test/resources/fixtures");
  private static final Pattern EXPECT = Pattern.compile("# expect: (CRN\\d{4})(?: ([^#]*[^# ]))?");

  private record Expected(String file, int line, String code, String text) {
    boolean isMetBy(Diagnostic found) {
      SourceRange range = Objects.requireNonNull(found.range());
      String said = found.summary() + " " + found.detail() + " " + found.suggestions();
      return range.file().equals(file)
          && range.line() == line
          && found.code().equals(code)
          && said.contains(text);
    }
  }

  static Stream<Path> fixtures() throws IOException {
    try (Stream<Path> files = Files.list(FIXTURES)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void exactlyWhatIsExpectedIsFound(Path fixture) {
    List<Diagnostic> found =
        new ArrayList<>(
            StackLoader.load(LoadRequest.of(FIXTURES, fixture), SampleProvider.catalog())
                .diagnostics());
    List<Expected> all = expected(fixture, found);
    assertThat(all).isNotEmpty();
    List<Expected> missing = new ArrayList<>();
    for (Expected expected : all) {
      if (!found.removeIf(expected::isMetBy)) {
        missing.add(expected);
      }
    }
    assertThat(missing).as("expected and not found; left: %s", found).isEmpty();
    assertThat(found).as("found and not expected").isEmpty();
  }

  @Test
  void thereAreManyFixtures() throws IOException {
    assertThat(fixtures().count()).isGreaterThanOrEqualTo(40);
  }

  private static List<Expected> expected(Path fixture, List<Diagnostic> found) {
    Stream<String> others =
        found.stream().map(diagnostic -> Objects.requireNonNull(diagnostic.range()).file());
    return Stream.concat(Stream.of(fixture.getFileName().toString()), others)
        .distinct()
        .flatMap(file -> expectations(file).stream())
        .toList();
  }

  private static List<Expected> expectations(String file) {
    List<Expected> expected = new ArrayList<>();
    List<String> lines = lines(file);
    for (int i = 0; i < lines.size(); i++) {
      Matcher matcher = EXPECT.matcher(lines.get(i));
      while (matcher.find()) {
        String text = matcher.group(2) == null ? "" : matcher.group(2).strip();
        expected.add(new Expected(file, i + 1, matcher.group(1), text));
      }
    }
    return expected;
  }

  private static List<String> lines(String file) {
    try {
      return Files.readString(FIXTURES.resolve(file)).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
