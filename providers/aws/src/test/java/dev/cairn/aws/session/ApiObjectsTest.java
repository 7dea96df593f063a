package dev.cairn.aws.session;

import static dev.cairn.aws.Engine.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.cairn.api.value.Value;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.autoscaling.model.CreateAutoScalingGroupRequest;
import software.amazon.awssdk.services.ec2.model.CreateLaunchTemplateRequest;
import software.amazon.awssdk.services.ec2.model.CreateVpcRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVpcsResponse;

class ApiObjectsTest {
  @Test
  void argumentsBecomeARequestAndComeBack() {
    Value.Fields arguments =
        json(
            """
            {'ClientToken': 't', 'LaunchTemplateName': 'lt', 'LaunchTemplateData': {'EbsOptimized': true,
             'BlockDeviceMappings': [{'DeviceName': '/dev/xvda', 'Ebs': {'VolumeSize': 8}}],
             'SecurityGroupIds': ['sg-1', 'sg-2']},
             'TagSpecifications': [{'ResourceType': 'launch-template',
             'Tags': [{'Key': 'a', 'Value': 'b'}]}]}\
            """);
    CreateLaunchTemplateRequest request =
        ApiObjects.request(CreateLaunchTemplateRequest.builder(), arguments);
    assertThat(request.launchTemplateData().blockDeviceMappings().getFirst().ebs().volumeSize())
        .isEqualTo(8);
    assertThat(ApiObjects.answer(request)).isEqualTo(arguments);
  }

  @Test
  void whatWasUnknownMayHaveTheFormOfAttributes() {
    CreateVpcRequest request =
        ApiObjects.request(
            CreateVpcRequest.builder(),
            json("{'cidrBlock': '10.0.0.0/16', 'TagSpecifications': [{'tags': {'a': 'b'}}]}"));
    assertThat(request.cidrBlock()).isEqualTo("10.0.0.0/16");
    assertThat(request.tagSpecifications().getFirst().tags().getFirst().key()).isEqualTo("a");
  }

  @Test
  void aListIsJoinedWhereTheApiTakesText() {
    CreateAutoScalingGroupRequest request =
        ApiObjects.request(
            CreateAutoScalingGroupRequest.builder(), json("{'VPCZoneIdentifier': ['a', 'b']}"));
    assertThat(request.vpcZoneIdentifier()).isEqualTo("a,b");
  }

  @Test
  void aSensitiveArgumentIsSent() {
    Value secret = new Value.Sensitive(Value.text("10.0.0.0/16"), null);
    CreateVpcRequest request =
        ApiObjects.request(CreateVpcRequest.builder(), Value.Fields.of("CidrBlock", secret));
    assertThat(request.cidrBlock()).isEqualTo("10.0.0.0/16");
  }

  @Test
  void whatIsNoArgumentIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ApiObjects.request(CreateVpcRequest.builder(), json("{'Cidr': 'x'}")))
        .withMessage("no argument Cidr");
  }

  @Test
  void whatIsNotSetIsNotInAnAnswer() {
    assertThat(ApiObjects.answer(DescribeVpcsResponse.builder().vpcs(List.of()).build()))
        .isEqualTo(Value.Fields.EMPTY);
  }
}
