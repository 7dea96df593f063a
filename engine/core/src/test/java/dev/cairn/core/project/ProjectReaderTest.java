package dev.cairn.core.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.api.diagnostic.Diagnostic;
import dev.cairn.api.diagnostic.DiagnosticException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectReaderTest {
  private static final String LINEAGE = "01ARZ3NDEKTSV4RRFFQ69G5FAV";
  @TempDir Path top;
  private Path deep;

  @BeforeEach
  void aDirectoryInARepository() throws IOException {
    top = top.toRealPath();
    deep = Files.createDirectories(top.resolve("infra/stacks"));
  }

  private void write(String file, String text) throws IOException {
    Files.writeString(top.resolve(file), text);
  }

  @Test
  void theNearestFileAboveIsTheProject() throws IOException {
    write("cairn.yaml", "lineage: x");
    write("infra/cairn.yaml", "lineage: " + LINEAGE + "\nstate: { store: directory, path: s }\n");
    Project project = ProjectReader.find(deep);
    assertThat(project.root()).isEqualTo(top.resolve("infra"));
    assertThat(project.lineage()).isEqualTo(LINEAGE);
    assertThat(project.store())
        .isEqualTo(new Project.Store.Directory(top.resolve("infra").resolve("s")));
  }

  @Test
  void withoutAFileTheRootIsTheTopOfTheRepository() throws IOException {
    Files.createDirectory(top.resolve("infra/.git"));
    Project project = ProjectReader.find(deep);
    assertThat(project.root()).isEqualTo(top.resolve("infra"));
    assertThat(project.file()).isFalse();
    assertThat(project.store()).isEqualTo(new Project.Store.Unsaid());
  }

  @Test
  void theStateOfAGitStoreHasABranch() throws IOException {
    write("cairn.yaml", "state: { store: git }");
    Project project = ProjectReader.find(deep);
    assertThat(project.store()).isEqualTo(new Project.Store.Git("cairn/state"));
  }

  @Test
  void whatIsWrongIsSaidAllAtOnce() throws IOException {
    write("cairn.yaml", "linage: x\nstate: { store: gitt }\n");
    assertThatThrownBy(() -> ProjectReader.find(deep))
        .isInstanceOfSatisfying(
            DiagnosticException.class,
            e -> {
              assertThat(e.diagnostics())
                  .extracting(Diagnostic::code)
                  .containsExactlyInAnyOrder("CRN1201", "CRN1204");
              assertThat(e.diagnostics().toString())
                  .contains("did you mean `lineage`?", "did you mean `git`?");
            });
  }

  @Test
  void aSettingOfTheOtherKindOfStoreIsRefused() throws IOException {
    for (String state :
        new String[] {"store: git, path: x", "store: directory, branch: x, path: y"}) {
      write("cairn.yaml", "state: { " + state + " }");
      assertThatThrownBy(() -> ProjectReader.find(deep))
          .isInstanceOfSatisfying(
              DiagnosticException.class,
              e ->
                  assertThat(e.diagnostics())
                      .extracting(Diagnostic::code)
                      .containsExactly("CRN1048"));
    }
    write("cairn.yaml", "state: { store: directory, path: y }");
    assertThat(ProjectReader.find(deep).store())
        .isEqualTo(new Project.Store.Directory(top.resolve("y")));
  }

  /// A guard that is accepted and not held would be worse than none.
  @Test
  void whatIsNotCarriedOutIsRefusedByName() throws IOException {
    write(
        "cairn.yaml",
        """
        encryption: { recipients: [] }
        policies: [ { name: all, deny: "true" } ]
        defaults: { providers: { aws: { region: a } } }
        """);
    assertThatThrownBy(() -> ProjectReader.find(deep))
        .isInstanceOfSatisfying(
            DiagnosticException.class,
            e ->
                assertThat(e.diagnostics())
                    .extracting(found -> found.code() + " " + found.detail())
                    .satisfiesExactlyInAnyOrder(
                        said -> assertThat(said).startsWith("CRN1027 `encryption`"),
                        said -> assertThat(said).startsWith("CRN1027 `policies`"),
                        said -> assertThat(said).startsWith("CRN1027 `defaults`")));
  }

  @Test
  void aFileThatIsNoMappingIsRefused() throws IOException {
    write("cairn.yaml", "lineage\n");
    assertThatThrownBy(() -> ProjectReader.find(deep)).hasMessageContaining("CRN1203");
  }
}
