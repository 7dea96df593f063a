package dev.cairn.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.acceptance.parts.Cairn;
import dev.cairn.acceptance.parts.Moto;
import dev.cairn.acceptance.parts.Parts;
import dev.cairn.referee.AwsReferee;
import dev.cairn.referee.Latency;
import dev.cairn.referee.ec2.InUse;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// Steps of one resource overlap where every call takes 200 ms: no record of theirs is lost.
@ExtendWith(Parts.class)
class SlowNetworkTest {
  private static final String GROUPS =
      """
      stack: slow
      providers: { aws: { region: us-east-1 } }
      resources:
        vpc: { type: aws.vpc, cidrBlock: 10.0.0.0/16 }
        front:
          type: aws.securityGroup
          groupName: front-NAME
          description: front
          vpcId: ${vpc.id}
          lifecycle: { createBeforeDelete: true }
          ingress: [ { ipProtocol: tcp, fromPort: 443, toPort: 443, referencedGroupId: "${back.id}" } ]
        back:
          type: aws.securityGroup
          groupName: back-NAME
          description: back
          vpcId: ${vpc.id}
          lifecycle: { createBeforeDelete: true }
          ingress: [ { ipProtocol: tcp, fromPort: 80, toPort: 80, referencedGroupId: "${front.id}" } ]
      """;

  private static final String NAMES =
      """
      print(sorted(g['GroupName'] for g in ec2.describe_security_groups()['SecurityGroups']
                   if g['GroupName'] != 'default'))
      """;

  @TempDir Path directory;

  @Test
  void twoGroupsThatNameEachOtherAreBothRenamed(Moto moto) throws Exception {
    moto.reset();
    try (AwsReferee aws = AwsReferee.start(moto.uri())) {
      aws.add(new Latency(Duration.ofMillis(200)));
      aws.add(new InUse(moto.uri()));
      Cairn cairn = new Cairn(directory).with("AWS_ENDPOINT_URL", aws.uri().toString());
      cairn.begin();
      for (String name : new String[] {"one", "two"}) {
        cairn.commit(GROUPS.replace("NAME", name));
        cairn.run("apply", "--yes").orFail();
        cairn.nothingToDo();
        assertThat(moto.boto3(NAMES)).isEqualTo("['back-%s', 'front-%s']".formatted(name, name));
      }
      cairn.run("destroy", "--yes").orFail();
      assertThat(moto.boto3(NAMES)).isEqualTo("[]");
    }
  }
}
