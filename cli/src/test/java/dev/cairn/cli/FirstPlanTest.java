package dev.cairn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.cli.invocation.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a first plan would refuse is refused by `validate`, which asks nothing.
class FirstPlanTest {
  private static final String HEAD =
      """
      stack: first
      variables: { word: { type: string, default: correct-horse, sensitive: true } }
      providers: { aws: { region: eu-central-1 } }
      """;
  private static final String AROUND_A_MODULE =
      HEAD
          + """
          resources:
            b: { type: aws.vpc, cidrBlock: 10.1.0.0/16, dependsOn: [m] }
          modules:
            m: { source: ./m.yaml, %s }
          """;

  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"dependsOn: [b]", "with: { name: \"${b.id}\" }"})
  void aCycleThroughAModuleIsFound(String back) throws IOException {
    write(
        "m.yaml",
        """
        variables: { name: { type: string, default: a } }
        resources:
          v: { type: aws.vpc, cidrBlock: 10.0.0.0/16, tags: { Name: "${vars.name}" } }
        """);
    write("stack.yaml", AROUND_A_MODULE.formatted(back));
    assertThat(run("validate").err()).contains("CRN2002", "at stack.yaml:5:3", "b:create", "m.v");
    assertThat(run("plan", "--simulate").err()).contains("CRN2002");
  }

  @Test
  void aCycleOfDependenciesIsFound() throws IOException {
    write(
        "stack.yaml",
        HEAD
            + """
            resources:
              a: { type: aws.vpc, cidrBlock: 10.0.0.0/16, dependsOn: [b] }
              b: { type: aws.vpc, cidrBlock: 10.1.0.0/16, dependsOn: [a] }
            """);
    assertThat(run("validate").err()).contains("CRN2001", "a → b → a");
  }

  @Test
  void whatWaitsForALookupIsNoMistake() throws IOException {
    write(
        "stack.yaml",
        HEAD
            + """
            lookups: { zones: { type: aws.availabilityZones } }
            resources:
              vpc: { type: aws.vpc, cidrBlock: 10.0.0.0/16 }
              net:
                type: aws.subnet
                forEach: "${zones.names}"
                vpcId: "${vpc.id}"
                cidrBlock: 10.0.1.0/24
                availabilityZone: "${each.value}"
              table: { type: aws.routeTable, vpcId: "${vpc.id}", associations: "${net.map(k, net[k].id)}" }
            """);
    CommandLineRun run = run("validate");
    assertThat(run.exit()).as(run.err()).isZero();
  }

  @Test
  void anEditOfWhatIsUsedAtCreationOnlyIsNoChange() throws IOException {
    String stack =
        HEAD
            + """
            resources:
              v: { type: aws.vpc, cidrBlock: 10.0.0.0/16, instanceTenancy: default, compare: { instanceTenancy: initial } }
            """;
    write("stack.yaml", stack);
    assertThat(run("apply", "--simulate", "--yes").exit()).isZero();
    write("stack.yaml", stack.replace("instanceTenancy: default", "instanceTenancy: dedicated"));
    CommandLineRun plan = run("plan", "--simulate", "--detailed-exitcode");
    assertThat(plan.out()).contains("Plan: 1 to record only; 0 unchanged.");
    assertThat(plan.exit()).isEqualTo(ExitCode.DONE);
  }

  private void write(String file, String text) throws IOException {
    Files.writeString(directory.resolve(file), text);
  }

  private CommandLineRun run(String... words) {
    String[] all = new String[words.length + 2];
    all[0] = "-C";
    all[1] = directory.toString();
    System.arraycopy(words, 0, all, 2, words.length);
    return CommandLineRun.of(all);
  }
}
