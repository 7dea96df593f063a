package dev.cairn.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.acceptance.parts.Cairn;
import dev.cairn.acceptance.parts.Shell;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A list that one expression makes of objects of the same apply, as modules of VPCs write it.
class UnknownListTest {
  private static final String STACK =
      """
      stack: unknown
      providers: { aws: { region: us-east-1 } }
      resources:
        vpc: { type: aws.vpc, cidrBlock: 10.0.0.0/16 }
        subnet:
          type: aws.subnet
          forEach: { a: 10.0.1.0/24, b: 10.0.2.0/24 }
          vpcId: ${vpc.id}
          cidrBlock: ${each.value}
        routes:
          type: aws.routeTable
          vpcId: ${vpc.id}
      """;
  private static final String MAPPED = "    associations: ${subnet.map(k, subnet[k].id)}\n";

  @TempDir Path directory;
  private Cairn cairn;

  @BeforeEach
  void open() {
    cairn = new Cairn(directory);
    cairn.begin();
  }

  @Test
  void aPlanThatCannotCountItsCallsIsRefusedAndAsksWhenItCan() {
    cairn.write("stack.yaml", STACK + MAPPED);
    Shell.Result early = cairn.run("plan", "--simulate");
    assertThat(early.exit()).isEqualTo(1);
    assertThat(early.out() + early.err())
        .contains("CRN2032", "stack.yaml:13", "associations")
        .doesNotContain("Digest:");

    cairn.write("stack.yaml", STACK);
    cairn.run("apply", "--simulate", "--yes").orFail();
    cairn.write("stack.yaml", STACK + MAPPED);
    cairn.run("apply", "--simulate", "--yes").orFail();
    assertThat(cairn.run("state", "show", "routes", "--simulate").orFail().out())
        .containsPattern("associations[^\\]]*subnet-[^\\]]*subnet-");
  }

  @Test
  void elementsThatAreWrittenOneByOneMayBeUnknown() {
    cairn.write(
        "stack.yaml", STACK + "    associations: [\"${subnet['a'].id}\", \"${subnet['b'].id}\"]\n");
    cairn.run("apply", "--simulate", "--yes").orFail();
    assertThat(cairn.run("plan", "--simulate", "--detailed-exitcode").exit()).isZero();
  }
}
