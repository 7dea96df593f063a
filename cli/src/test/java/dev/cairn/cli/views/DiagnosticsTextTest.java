package dev.cairn.cli.views;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.api.diagnostic.Diagnostic;
import dev.cairn.api.diagnostic.SourceRange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiagnosticsTextTest {
  @TempDir Path root;

  @Test
  void aProblemShowsItsLineWithAMarkAndTheWayOut() throws IOException {
    Files.writeString(
        root.resolve("stack.yaml"), "stack: dc\nresources:\n  vpc: { cidrblock: x }\n");
    Diagnostic diagnostic =
        Diagnostic.error("CRN1201", "unknown attribute", "aws.vpc has no `cidrblock`")
            .at(new SourceRange("stack.yaml", 3, 10, 3, 19))
            .suggest("did you mean `cidrBlock`?");

    assertThat(new DiagnosticsText(Palette.PLAIN, root).of(diagnostic))
        .isEqualTo(
            """
            error CRN1201 unknown attribute
              at stack.yaml:3:10
              3 |   vpc: { cidrblock: x }
                |          ^^^^^^^^^
              aws.vpc has no `cidrblock`
              -> did you mean `cidrBlock`?
            """);
  }

  @Test
  void aFileThatIsGoneLeavesThePlaceAlone() {
    Diagnostic diagnostic =
        Diagnostic.warning("CRN1201", "unknown attribute", "")
            .at(new SourceRange("gone.yaml", 3, 10, 3, 19));

    assertThat(new DiagnosticsText(Palette.PLAIN, root).of(diagnostic))
        .isEqualTo("warning CRN1201 unknown attribute\n  at gone.yaml:3:10\n");
  }

  @Test
  void tooManyProblemsAreTheFirstOfEachSeverityAndACount() {
    List<Diagnostic> warnings =
        Collections.nCopies(101, Diagnostic.warning("CRN1202", "odd", "careful"));
    List<Diagnostic> errors =
        IntStream.range(0, 20_000)
            .mapToObj(i -> Diagnostic.error("CRN1201", "wrong", "number " + i))
            .toList();
    List<Diagnostic> all = new ArrayList<>(warnings);
    all.addAll(errors);

    List<String> said = new DiagnosticsText(Palette.PLAIN, root).of(all);

    assertThat(said).hasSize(202);
    assertThat(said.get(199)).isEqualTo("error CRN1201 wrong\n  number 99\n");
    assertThat(said.subList(200, 202))
        .containsExactly(
            "19900 more errors not shown here; --json gives all\n",
            "1 more warning not shown here; --json gives all\n");
  }

  @Test
  void aFileIsReadOnceForAllItsProblems() throws IOException {
    Path file = Files.writeString(root.resolve("stack.yaml"), "a: 1\n");
    Diagnostic diagnostic =
        Diagnostic.error("CRN1201", "wrong", "").at(new SourceRange("stack.yaml", 1, 4, 1, 5));
    DiagnosticsText text = new DiagnosticsText(Palette.PLAIN, root);
    String first = text.of(diagnostic);
    Files.delete(file);

    assertThat(text.of(diagnostic)).isEqualTo(first).contains("| a: 1");
  }
}
