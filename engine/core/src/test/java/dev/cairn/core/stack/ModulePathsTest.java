package dev.cairn.core.stack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.api.diagnostic.Diagnostic;
import dev.cairn.core.schema.Types;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModulePathsTest {
  @TempDir Path root;

  @ParameterizedTest
  @ValueSource(strings = {".git/hushed.yaml", ".cairn/hushed.yaml", "link.yaml"})
  void aModuleInADirectoryThatIsGitsOrCairnsOwnIsNotRead(String source) throws IOException {
    for (String own : List.of(".git", ".cairn")) {
      Files.createDirectory(root.resolve(own));
      Files.writeString(root.resolve(own).resolve("hushed.yaml"), "hushed: [");
    }
    Files.createSymbolicLink(root.resolve("link.yaml"), root.resolve(".git/hushed.yaml"));
    Path stack = root.resolve("stack.yaml");
    Files.writeString(stack, "stack: a\nmodules:\n  m: { source: " + source + " }\n");

    List<Diagnostic> found =
        StackLoader.load(LoadRequest.of(root, stack), new Types(List.of())).diagnostics();

    assertThat(found).extracting(Diagnostic::code).containsExactly("CRN1041");
    assertThat(found.toString()).contains("git's or Cairn's own");
  }
}
