package dev.cairn.core.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.api.diagnostic.Diagnostic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Keys and names are shown everywhere: what is sensitive may be none.
class SecretKeysTest {
  private static final String SECRET = "s3cr3t-canary";
  private static final String HEAD =
      """
      variables:
        pw: { type: string, default: s3cr3t-canary, sensitive: true }
        map: { type: map(string), default: { docker.s3cr3t-canary: x }, sensitive: true }
        list: { type: list(string), default: [s3cr3t-canary], sensitive: true }
        names: { type: list(string), default: [a] }
      """;
  private static final String NETWORK =
      "resources:\n  a: { type: sample.network, cidrBlock: 10.0.0.0/16, %s }\n";

  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tags: \"${{vars.pw: 'x'}}\"",
        "tags: \"${{'x-' + vars.pw: 'x'}}\"",
        "tags: \"${vars.map}\"",
        "tags: \"${locals.map}\"",
        "tags: \"${locals.made}\"",
        "tags: \"${true ? {vars.pw: 'x'} : {}}\"",
        "tags: \"${[{'a': 'b'}, {vars.pw: 'x'}][1]}\"",
        "tags: \"${vars.list.map(one, {one: 'x'})[0]}\"",
        "tags: \"${vars.map.map(one, {one + '-': 'x'})[0]}\"",
        "tags: \"${vars.list.map(one, vars.names.map(two, {one + two: 'x'}))[0][0]}\"",
        "tags: \"${env({'a': vars.pw}, {'a': 'x'})}\"",
        "tags: \"${dockerLabels(vars.map)}\"",
        "tags: \"${vars.pw == '' ? {'a': 'b'} : {'c': 'd'}}\"",
        "tags: \"${[vars.map][0]}\"",
        "options: \"${vars.map}\"",
        "forEach: \"${vars.map}\"",
        "forEach: \"${vars.list}\"",
        "forEach: \"${vars.map.map(one, one)}\"",
        "forEach: [a, \"${vars.pw}\"]",
        "forEach: \"${{vars.pw: 'x'}}\"",
        "when: \"${vars.pw == ''}\"",
        "region: \"${vars.pw}\"",
      })
  void aSecretThatWouldBeAKeyIsRefusedAtItsPlace(String door) {
    List<Diagnostic> found = problems(locals() + NETWORK.formatted(door));
    assertThat(found).isNotEmpty().allSatisfy(this::refused);
  }

  @Test
  void whereObjectsAreIsNoSecret() {
    assertThat(
            problems(
                "providers:\n  sample: { region: \"${vars.pw}\" }\n"
                    + NETWORK.formatted("tags: {}")))
        .hasSize(1)
        .allSatisfy(this::refused);
  }

  @Test
  void aNameThatIsASecretIsRefused() {
    assertThat(
            problems(
                "resources:\n  a: { type: sample.network, cidrBlock: \"10.${vars.pw}.0.0/16\" }\n"))
        .hasSize(1)
        .allSatisfy(this::refused);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "locals:\n  a: \"${{vars.pw: 'x'}}\"\n",
        "locals:\n  a: [\"${{vars.pw: 'x'}}\"]\n",
        "outputs:\n  a: \"${{vars.pw: 'x'}}\"\n",
        "outputs:\n  a: { b: \"${vars.list.map(one, {one: 1})}\" }\n",
      })
  void aSecretIsNoKeyInLocalsAndOutputs(String door) {
    assertThat(problems(door)).hasSize(1).allSatisfy(this::refused);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "with: { given: \"${{vars.pw: 'x'}}\" }",
        "with: { given: \"${vars.map}\" }",
        "forEach: \"${vars.map}\", with: { given: {} }",
        "when: \"${vars.pw == ''}\", with: { given: {} }",
      })
  void aSecretIsNoKeyThroughAModule(String door) throws IOException {
    Files.writeString(
        directory.resolve("inner.yaml"),
        """
        variables:
          given: { type: map(string) }
        """
            + NETWORK.formatted("tags: \"${vars.given}\""));
    assertThat(problems("modules:\n  m: { source: ./inner.yaml, " + door + " }\n"))
        .hasSize(1)
        .allSatisfy(this::refused);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tags: \"${{'a': vars.pw}}\"",
        "tags: { a: \"${vars.pw}\" }",
        "tags: \"${env({'a': 'B'}, {'a': vars.pw})}\"",
        "tags: \"${true ? {'a': vars.pw} : {}}\"",
        "tags: \"${{'a': vars.list.map(k, k)[0], vars.names.map(k, k)[0] + '1': 'x'}}\"",
        "tags: \"${{'a': vars.list.map(k, string(vars.names.map(k, {k: 'x'}).size()))[0]}}\"",
        "groups: \"${vars.list}\"",
        "options: { name: \"${vars.pw}\" }",
      })
  void aSecretUnderAKeyInClearIsPlanned(String door) {
    Bench bench = new Bench(directory).stack(HEAD + locals() + NETWORK.formatted(door));
    bench.settle();
    assertThat(Bench.text(bench.plan())).isEmpty();
  }

  private static String locals() {
    return """
    locals:
      map: ${vars.map}
      made: { a: b }
    """
        .replace("{ a: b }", "\"${[vars.map][0]}\"");
  }

  private void refused(Diagnostic problem) {
    assertThat(problem.code()).isIn("CRN2011", "CRN2008");
    assertThat(problem.range()).isNotNull();
    assertThat(problem.toString()).doesNotContain(SECRET);
    assertThat(Set.of(problem.suggestions())).isNotEmpty();
  }

  private List<Diagnostic> problems(String stack) {
    Bench bench = new Bench(directory).stack(HEAD + stack);
    return bench.plan().diagnostics();
  }
}
