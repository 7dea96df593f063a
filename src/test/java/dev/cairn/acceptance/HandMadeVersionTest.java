package dev.cairn.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.acceptance.parts.Cairn;
import dev.cairn.acceptance.parts.Moto;
import dev.cairn.acceptance.parts.Parts;
import dev.cairn.acceptance.parts.Shell;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// Somebody makes a version of a launch template by hand.
@ExtendWith(Parts.class)
class HandMadeVersionTest {
  private static final String STACK =
      """
      stack: versions
      providers: { aws: { region: us-east-1 } }
      resources:
        vpc: { type: aws.vpc, cidrBlock: 10.0.0.0/16 }
        subnet: { type: aws.subnet, vpcId: "${vpc.id}", cidrBlock: 10.0.1.0/24 }
        template:
          type: aws.launchTemplate
          launchTemplateName: by-hand
          launchTemplateData: { instanceType: t3.micro, imageId: ami-12c6146b }
        group:
          type: aws.autoscalingGroup
          autoScalingGroupName: by-hand
          minSize: 0
          maxSize: 0
          vpcZoneIdentifier: [ "${subnet.id}" ]
          launchTemplate: { launchTemplateId: "${template.id}", version: "${string(template.defaultVersionNumber)}" }
      """;

  @TempDir Path directory;

  @Test
  void itIsNeverTakenOverAndWhereItIsTheDefaultItIsDrift(Moto moto) {
    moto.reset();
    Cairn cairn = new Cairn(directory).with("AWS_ENDPOINT_URL", moto.uri().toString());
    cairn.begin();
    cairn.commit(STACK);
    cairn.run("apply", "--yes").orFail();
    moto.boto3(
        "ec2.create_launch_template_version(LaunchTemplateName='by-hand',"
            + " LaunchTemplateData={'InstanceType': 't3.large', 'ImageId': 'ami-12c6146b'})");
    cairn.nothingToDo();

    moto.boto3("ec2.modify_launch_template(LaunchTemplateName='by-hand', DefaultVersion='2')");
    Shell.Result drifted = cairn.run("plan", "--detailed-exitcode");
    assertThat(drifted.exit()).as("%s%s", drifted.out(), drifted.err()).isEqualTo(2);
    assertThat(drifted.out()).contains("t3.large", "t3.micro");
    cairn.run("apply", "--yes").orFail();
    assertThat(
            moto.boto3(
                """
                group = asg.describe_auto_scaling_groups()['AutoScalingGroups'][0]['LaunchTemplate']
                version = ec2.describe_launch_template_versions(LaunchTemplateName='by-hand', Versions=['$Default'])['LaunchTemplateVersions'][0]
                print(group['Version'], version['VersionNumber'], version['LaunchTemplateData']['InstanceType'])
                """))
        .isEqualTo("3 3 t3.micro");
    cairn.nothingToDo();
  }
}
