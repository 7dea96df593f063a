package dev.cairn.cli.views;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.api.diagnostic.Diagnostic;
import dev.cairn.api.diagnostic.SourceRange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
}
