package dev.cairn.aws.session;

import dev.cairn.api.value.Value;
import java.time.Instant;
import java.util.List;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingKnownType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.services.autoscaling.model.AutoScalingGroup;
import software.amazon.awssdk.services.ec2.model.Address;
import software.amazon.awssdk.services.ec2.model.InternetGateway;
import software.amazon.awssdk.services.ec2.model.LaunchTemplate;
import software.amazon.awssdk.services.ec2.model.LaunchTemplateVersion;
import software.amazon.awssdk.services.ec2.model.NetworkInterface;
import software.amazon.awssdk.services.ec2.model.RouteTable;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;
import software.amazon.awssdk.services.ec2.model.Subnet;
import software.amazon.awssdk.services.ec2.model.Vpc;
import software.amazon.awssdk.utils.builder.Buildable;

/// Descriptions in which every member that the SDK knows has a value.
public final class Descriptions {
  private Descriptions() {}

  public static Value.Fields of(String kind) {
    return switch (kind) {
      case "vpc" -> full(Vpc.builder());
      case "subnet" -> full(Subnet.builder());
      case "internetGateway" -> full(InternetGateway.builder());
      case "routeTable" -> full(RouteTable.builder());
      case "securityGroup" -> full(SecurityGroup.builder());
      case "networkInterface" -> full(NetworkInterface.builder());
      case "eip", "eipAssociation" -> full(Address.builder());
      case "launchTemplate" ->
          full(LaunchTemplateVersion.builder()).with(full(LaunchTemplate.builder()));
      case "autoscalingGroup", "autoscalingTags" -> full(AutoScalingGroup.builder());
      default -> throw new IllegalArgumentException(kind);
    };
  }

  private static Value.Fields full(SdkPojo builder) {
    return ApiObjects.answer((SdkPojo) filled(builder, 0));
  }

  private static Object filled(SdkPojo builder, int depth) {
    for (SdkField<?> field : builder.sdkFields()) {
      if (depth < 5 && field.marshallingType().getKnownType() != MarshallingKnownType.MAP) {
        field.set(builder, value(field, depth));
      }
    }
    return ((Buildable) builder).build();
  }

  private static Object value(SdkField<?> field, int depth) {
    return switch (field.marshallingType().getKnownType()) {
      case STRING -> "State".equals(field.memberName()) ? "associated" : "x";
      case BOOLEAN -> true;
      case INTEGER -> 1;
      case LONG -> 1L;
      case DOUBLE -> 1.5;
      case FLOAT -> 1.5f;
      case INSTANT -> Instant.EPOCH;
      case LIST -> List.of(value(field.getTrait(ListTrait.class).memberFieldInfo(), depth + 1));
      case SDK_POJO -> filled(field.constructor().get(), depth + 1);
      default -> throw new IllegalArgumentException(field.memberName());
    };
  }
}
