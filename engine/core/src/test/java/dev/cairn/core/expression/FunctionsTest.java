package dev.cairn.core.expression;

import static dev.cairn.core.expression.Fixture.environment;
import static dev.cairn.core.expression.Fixture.expression;
import static dev.cairn.core.expression.Fixture.fields;
import static dev.cairn.core.expression.Fixture.unknown;
import static dev.cairn.core.expression.Fixture.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.api.diagnostic.DiagnosticException;
import dev.cairn.api.value.Residual;
import dev.cairn.api.value.Value;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FunctionsTest {
  @TempDir Path directory;
  private Environment environment;

  @BeforeEach
  void filesInARepository() throws IOException {
    Path root = java.nio.file.Files.createDirectories(directory.resolve("repository/stacks"));
    java.nio.file.Files.writeString(root.resolve("plain.txt"), "${not.read}\n");
    java.nio.file.Files.writeString(
        root.resolve("user.tpl"), "#!/bin/sh\necho ${name} $${HOME}\n${size(list)} ${list[0]}\n");
    java.nio.file.Files.writeString(root.resolve("bad.tpl"), "a\nb ${nothing}\n");
    java.nio.file.Files.writeString(root.resolve("one.tpl"), "${count}");
    java.nio.file.Files.writeString(root.resolve("sly.tpl"), "${file('plain.txt')}");
    java.nio.file.Files.writeString(directory.resolve("outside.txt"), "outside");
    java.nio.file.Files.createSymbolicLink(
        root.resolve("link.txt"), directory.resolve("outside.txt"));
    Files files = new RepositoryFiles(directory.resolve("repository"), root, file -> false);
    environment =
        environment(
            Map.of("vpc", fields("id", unknown("vpc", "id")), "vars", fields("f", "plain.txt")),
            new Inputs(files, Secrets.NONE));
  }

  @Test
  void everyFunctionDoesItsWork() {
    is("cidrSubnet('10.78.0.0/16', 4, 1)", "10.78.16.0/20");
    is("cidrHost('10.78.0.0/16', 10)", "10.78.0.10");
    is("base64('hi')", "aGk=");
    is("sha256('hi').size()", 64);
    is("json({'a': [1, true]})", "{\"a\":[1,true]}");
    is("yaml({'a': 'b'})", "a: b\n");
    is(
        "dockerLabels({'docker.role': 'web', 'Name': 'x', 'docker.env': {'value': 'p',"
            + " 'propagateAtLaunch': true}})",
        Map.of("role", "web", "env", "p"));
    is(
        "env({'example.db.host': 'DB_HOST', 'none': 'NONE'}, {'example.db.host': 'h'})",
        Map.of("DB_HOST", "h"));
  }

  @Test
  void filesAreReadAsTheyAre() {
    is("file('plain.txt')", "${not.read}\n");
    is("file(vars.f)", "${not.read}\n");
  }

  @Test
  void noFileOutsideOfTheRepositoryIsRead() {
    for (String path : new String[] {"../../outside.txt", "link.txt", "/etc/hostname", "none"}) {
      assertThatThrownBy(() -> evaluate("file('" + path + "')"))
          .describedAs(path)
          .hasMessageContaining("CRN1313");
    }
  }

  @Test
  void templatesTakeTheirNamesFromTheirVariables() {
    is(
        "template('user.tpl', {'name': 'me', 'list': ['x', 'y']})",
        "#!/bin/sh\necho me ${HOME}\n2 x\n");
    is("template('one.tpl', {'count': 3})", "3");
  }

  @Test
  void aProblemInATemplateIsPlacedInIt() {
    assertThatThrownBy(() -> evaluate("template('bad.tpl', {'name': 'me'})"))
        .isInstanceOfSatisfying(
            dev.cairn.api.diagnostic.DiagnosticException.class,
            failure -> {
              assertThat(failure.diagnostics().getFirst().code()).isEqualTo("CRN1303");
              assertThat(failure.diagnostics().getFirst().range().file()).isEqualTo("bad.tpl");
              assertThat(failure.diagnostics().getFirst().range().line()).isEqualTo(2);
            });
    assertThatThrownBy(() -> evaluate("template('sly.tpl', {'name': 'me'})"))
        .hasMessageContaining("CRN1313");
  }

  @Test
  void aResidualCarriesTheFilesThatItReads() {
    Value.Unknown open =
        (Value.Unknown) evaluate("template('user.tpl', {'name': vpc.id, 'list': ['x']})");
    Value.Fields bindings = ((Residual.Expression) open.residual()).bindings();
    assertThat(bindings.fields("$files").has("user.tpl")).isTrue();
    Value known = Residuals.resolve(open, ref -> Optional.of(Value.text("vpc-1")), Secrets.NONE);
    assertThat(known).isEqualTo(value("#!/bin/sh\necho vpc-1 ${HOME}\n1 x\n"));
    assertThatThrownBy(() -> evaluate("file(vpc.id)")).hasMessageContaining("CRN1313");
  }

  private void is(String source, Object expected) {
    assertThat(evaluate(source)).describedAs(source).isEqualTo(value(expected));
  }

  private Value evaluate(String source) {
    return expression(source).evaluate(environment).orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../.git/config",
        "../.cairn/digest.key",
        "../vendor/bare.git/config",
        "../vendor/bare.git/objects/one",
        "to-git",
        "to-cairn/digest.key",
        "pipe",
        ".",
        "nul.txt",
        "large.txt"
      })
  @Timeout(20)
  void whatIsGitsOrCairnsOwnOrNoTextOfSomeSizeIsNotRead(String path) throws Exception {
    Path root = directory.resolve("repository");
    Path bare = root.resolve("vendor/bare.git");
    for (String each :
        new String[] {".git", ".cairn", "vendor/bare.git/refs", "vendor/bare.git/objects"}) {
      java.nio.file.Files.createDirectories(root.resolve(each));
    }
    for (String each : new String[] {".git/config", ".cairn/digest.key"}) {
      java.nio.file.Files.writeString(root.resolve(each), "hushed");
    }
    java.nio.file.Files.writeString(bare.resolve("HEAD"), "ref: refs/heads/hushed");
    java.nio.file.Files.writeString(bare.resolve("config"), "hushed");
    java.nio.file.Files.writeString(bare.resolve("objects/one"), "hushed");
    Path stacks = root.resolve("stacks");
    java.nio.file.Files.createSymbolicLink(stacks.resolve("to-git"), root.resolve(".git/config"));
    java.nio.file.Files.createSymbolicLink(stacks.resolve("to-cairn"), root.resolve(".cairn"));
    java.nio.file.Files.writeString(stacks.resolve("nul.txt"), "a\0b");
    java.nio.file.Files.writeString(stacks.resolve("large.txt"), "x".repeat((1 << 20) + 1));
    new ProcessBuilder("mkfifo", stacks.resolve("pipe").toString()).start().waitFor();

    assertThatThrownBy(() -> new RepositoryFiles(root, stacks, file -> false).read(path))
        .isInstanceOf(DiagnosticException.class)
        .hasMessageContaining("CRN1313")
        .hasMessageNotContaining("hushed");
  }
}
