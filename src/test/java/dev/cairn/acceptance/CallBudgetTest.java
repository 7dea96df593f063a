package dev.cairn.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.acceptance.parts.Cairn;
import dev.cairn.acceptance.parts.Moto;
import dev.cairn.acceptance.parts.Parts;
import dev.cairn.referee.AwsReferee;
import dev.cairn.referee.ec2.Paging;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// Full drift, cheaply: what a plan of many resources asks of AWS, counted by the referee.
@ExtendWith(Parts.class)
class CallBudgetTest {
  private static final int BLOCKS = 142;

  @TempDir Path directory;

  /// One VPC, blocks of seven resources of five other types, and addresses for the rest.
  private static String thousand() {
    StringBuilder yaml =
        new StringBuilder("stack: many\nproviders: { aws: { region: us-east-1 } }\nresources:\n");
    yaml.append("  vpc: { type: aws.vpc, cidrBlock: 10.0.0.0/16 }\n");
    for (int i = 0; i < BLOCKS; i++) {
      yaml.append(
          """
            a%1$d: { type: aws.subnet, vpcId: "${vpc.id}", cidrBlock: 10.0.%1$d.0/25 }
            b%1$d: { type: aws.subnet, vpcId: "${vpc.id}", cidrBlock: 10.0.%1$d.128/25 }
            web%1$d:
              type: aws.securityGroup
              groupName: web-%1$d
              description: web
              vpcId: ${vpc.id}
              ingress: [ { ipProtocol: tcp, fromPort: 443, toPort: 443, cidrIpv4: 0.0.0.0/0 } ]
            db%1$d:
              type: aws.securityGroup
              groupName: db-%1$d
              description: db
              vpcId: ${vpc.id}
              ingress: [ { ipProtocol: tcp, fromPort: 5432, toPort: 5432, referencedGroupId: "${web%1$d.id}" } ]
            routes%1$d: { type: aws.routeTable, vpcId: "${vpc.id}", associations: [ "${a%1$d.id}", "${b%1$d.id}" ] }
            card%1$d: { type: aws.networkInterface, subnetId: "${a%1$d.id}", groups: [ "${web%1$d.id}" ] }
            address%1$d: { type: aws.eip }
          """
              .formatted(i));
    }
    for (int i = 0; i < 1000 - 1 - 7 * BLOCKS; i++) {
      yaml.append("  spare%d: { type: aws.eip }\n".formatted(i));
    }
    return yaml.toString();
  }

  @Test
  void aPlanOfAThousandResourcesThatNeedNothingAsksAtMostTwelveTimes(Moto moto) throws Exception {
    moto.reset();
    try (AwsReferee aws = AwsReferee.start(moto.uri())) {
      aws.add(Paging.asDocumented());
      Cairn cairn = new Cairn(directory).with("AWS_ENDPOINT_URL", aws.uri().toString());
      cairn.begin();
      cairn.commit(thousand());
      cairn.run("apply", "--yes").orFail();
      assertThat(
              cairn
                  .run("state", "list")
                  .orFail()
                  .out()
                  .lines()
                  .filter(line -> line.contains("aws.")))
          .hasSize(1000);
      aws.ledger().clear();
      cairn.nothingToDo();
      System.out.println("calls of a no-op plan of 1,000 resources: " + aws.ledger().counts());
      assertThat(aws.ledger().mutating()).isEmpty();
      assertThat(aws.ledger().entries()).hasSizeBetween(6, 12);
    }
  }
}
