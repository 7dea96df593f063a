package dev.cairn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Spellings that mean something else to others, or to the engine: understood, or refused in words
/// at their own line.
class FormsOfValuesTest {
  private static final String CONTAINER =
      """
      stack: forms
      resources:
        host: { type: docker.host, endpoint: "unix:///one.sock" }
        one:
          type: docker.container
          host: ${host}
          image: local/http:1
      """;

  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"0777", "0o777", "\"0777\""})
  void permissionBitsAreOctal(String mode) throws IOException {
    assertThat(validated(CONTAINER + tmpfs(mode)).err()).isEmpty();
    assertThat(Simulated.in(directory, "plan", "--json").out()).contains("\"0777\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"777", "511", "0o999", "\"0000\"", "\"0o0\""})
  void permissionBitsThatLookDecimalAreRefusedInWords(String mode) throws IOException {
    assertThat(validated(CONTAINER + tmpfs(mode)).err())
        .contains("CRN1205", "stack.yaml:9:", "in octal, with a leading zero, such as `0777`");
  }

  @Test
  void aPortThatCannotBePublishedIsRefusedAtItsOwnLine() throws IOException {
    CommandLineRun run =
        validated(
            CONTAINER
                + """
                    ports:
                      - "8080:80"
                      - "18000-18010:8080"
                      - ":443:443"
                      - "127.0.0.1::53/udp"
                      - "[::1]:9000-9002:80-82"
                      - 70
                      - "8080/icmp"
                """);
    assertThat(run.err())
        .contains("stack.yaml:10:", "stack.yaml:11:", "stack.yaml:15:")
        .contains("any free port of the host")
        .doesNotContain("stack.yaml:9:", "stack.yaml:12:", "stack.yaml:13:", "stack.yaml:14:");
  }

  @ParameterizedTest
  @ValueSource(strings = {"environment", "labels", "sysctls"})
  void aNameOfTheListFormThatIsMadeFromASecretIsRefusedAtItsElement(String attribute)
      throws IOException {
    CommandLineRun run =
        validated(
            CONTAINER
                + "    "
                + attribute
                + ":\n      - \"A=${vars.pw}\"\n      - \"${vars.pw}=x\"\n"
                + "variables:\n  pw: { type: string, sensitive: true, default: canary }\n");

    assertThat(run.err())
        .contains("CRN2011", "stack.yaml:10:")
        .doesNotContain("CRN2010", "stack.yaml:9:", "canary");
  }

  @Test
  void twoPortsOfOneContainerOnOneHostPortAreRefusedAtTheSecond() throws IOException {
    CommandLineRun run =
        validated(
            CONTAINER
                + """
                    ports:
                      - "9000:443"
                      - { target: 90, published: 9000, hostIp: 127.0.0.1 }
                      - "0.0.0.0:8000-8005:8000-8005"
                      - "0.0.0.0:9001:9000"
                      - "9001:9000/udp"
                      - "[::]:9001:80"
                      - "127.0.0.1:8003:80"
                      - "127.0.0.2:8006-8008:8006-8008"
                      - "8007-8008:7-8"
                      - "80"
                      - 80/udp
                """);
    assertThat(run.err().lines().filter(line -> line.startsWith("error")))
        .hasSize(3)
        .allMatch(line -> line.contains("CRN2010"));
    assertThat(run.err())
        .contains("stack.yaml:10:", "stack.yaml:15:", "stack.yaml:17:")
        .contains("127.0.0.1:9000/tcp for 90/tcp and *:9000/tcp for 443/tcp");
  }

  @Test
  void portsThatAreKnownWhenTheyAreEvaluatedAreComparedToo() throws IOException {
    CommandLineRun run =
        validated(
            CONTAINER
                + """
                    ports:
                      - "${8080}:80"
                      - "8080:81"
                """);
    assertThat(run.err()).contains("CRN2010", "stack.yaml:10:").doesNotContain("stack.yaml:9:");
  }

  @Test
  void userDataThatIsNotEncodedIsRefused() throws IOException {
    String template =
        """
        stack: forms
        providers: { aws: { region: eu-central-1 } }
        resources:
          template:
            type: aws.launchTemplate
            launchTemplateName: one
            launchTemplateData:
              imageId: ami-1
              userData: %s
        """;
    assertThat(validated(template.formatted("'#!/bin/sh'")).err())
        .contains("CRN1205", "stack.yaml:9:", "base64");
    assertThat(validated(template.formatted("\"${base64('#!/bin/sh')}\"")).err()).isEmpty();
  }

  private static String tmpfs(String mode) {
    return "    volumes:\n      - { type: tmpfs, target: /scratch, tmpfs: { mode: "
        + mode
        + " } }\n";
  }

  private CommandLineRun validated(String stack) throws IOException {
    Files.writeString(directory.resolve("stack.yaml"), stack);
    return CommandLineRun.of("-C", directory.toString(), "validate");
  }
}
