package dev.cairn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Every code that the sources name has a page, and every page belongs to one.
class PagesTest {
  private static final Pattern CODE = Pattern.compile("\"(CRN[0-9]{4})\"");
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  @Test
  void everyDiagnosticHasAPageAndEveryPageADiagnostic() throws IOException {
    SortedSet<String> codes = new TreeSet<>();
    for (String module : new String[] {"cli", "engine", "providers", "state"}) {
      codes.addAll(codesIn(ROOT.resolve(module)));
    }
    assertThat(codes).hasSizeGreaterThan(20);
    assertThat(pages()).isEqualTo(codes);
  }

  @Test
  void everyPageBeginsWithItsCodeAndASummary() throws IOException {
    for (String code : pages()) {
      assertThat(Files.readString(ROOT.resolve("docs/diagnostics/" + code + ".md")))
          .startsWith("# " + code + ": ");
    }
  }

  private static SortedSet<String> pages() throws IOException {
    try (Stream<Path> files = Files.list(ROOT.resolve("docs/diagnostics"))) {
      return files
          .map(file -> file.getFileName().toString().replace(".md", ""))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private static SortedSet<String> codesIn(Path module) throws IOException {
    SortedSet<String> codes = new TreeSet<>();
    try (Stream<Path> files = Files.walk(module)) {
      files
          .filter(file -> file.toString().matches(".*/src/main/java/.*\\.java"))
          .forEach(
              file -> CODE.matcher(text(file)).results().forEach(hit -> codes.add(hit.group(1))));
    }
    return codes;
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
