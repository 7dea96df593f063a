package dev.cairn.aws.session;

import dev.cairn.api.value.Value;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;
import software.amazon.awssdk.services.autoscaling.model.CreateAutoScalingGroupRequest;
import software.amazon.awssdk.services.autoscaling.model.CreateOrUpdateTagsRequest;
import software.amazon.awssdk.services.autoscaling.model.DeleteAutoScalingGroupRequest;
import software.amazon.awssdk.services.autoscaling.model.UpdateAutoScalingGroupRequest;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.AllocateAddressRequest;
import software.amazon.awssdk.services.ec2.model.AssociateAddressRequest;
import software.amazon.awssdk.services.ec2.model.AssociateRouteTableRequest;
import software.amazon.awssdk.services.ec2.model.AttachInternetGatewayRequest;
import software.amazon.awssdk.services.ec2.model.AuthorizeSecurityGroupEgressRequest;
import software.amazon.awssdk.services.ec2.model.AuthorizeSecurityGroupIngressRequest;
import software.amazon.awssdk.services.ec2.model.CreateInternetGatewayRequest;
import software.amazon.awssdk.services.ec2.model.CreateLaunchTemplateRequest;
import software.amazon.awssdk.services.ec2.model.CreateLaunchTemplateVersionRequest;
import software.amazon.awssdk.services.ec2.model.CreateNetworkInterfaceRequest;
import software.amazon.awssdk.services.ec2.model.CreateRouteRequest;
import software.amazon.awssdk.services.ec2.model.CreateRouteTableRequest;
import software.amazon.awssdk.services.ec2.model.CreateSecurityGroupRequest;
import software.amazon.awssdk.services.ec2.model.CreateSubnetRequest;
import software.amazon.awssdk.services.ec2.model.CreateTagsRequest;
import software.amazon.awssdk.services.ec2.model.CreateVpcRequest;
import software.amazon.awssdk.services.ec2.model.DeleteInternetGatewayRequest;
import software.amazon.awssdk.services.ec2.model.DeleteLaunchTemplateRequest;
import software.amazon.awssdk.services.ec2.model.DeleteNetworkInterfaceRequest;
import software.amazon.awssdk.services.ec2.model.DeleteRouteRequest;
import software.amazon.awssdk.services.ec2.model.DeleteRouteTableRequest;
import software.amazon.awssdk.services.ec2.model.DeleteSecurityGroupRequest;
import software.amazon.awssdk.services.ec2.model.DeleteSubnetRequest;
import software.amazon.awssdk.services.ec2.model.DeleteTagsRequest;
import software.amazon.awssdk.services.ec2.model.DeleteVpcRequest;
import software.amazon.awssdk.services.ec2.model.DetachInternetGatewayRequest;
import software.amazon.awssdk.services.ec2.model.DisassociateAddressRequest;
import software.amazon.awssdk.services.ec2.model.DisassociateRouteTableRequest;
import software.amazon.awssdk.services.ec2.model.ModifyLaunchTemplateRequest;
import software.amazon.awssdk.services.ec2.model.ModifyNetworkInterfaceAttributeRequest;
import software.amazon.awssdk.services.ec2.model.ModifySubnetAttributeRequest;
import software.amazon.awssdk.services.ec2.model.ModifyVpcAttributeRequest;
import software.amazon.awssdk.services.ec2.model.ReleaseAddressRequest;
import software.amazon.awssdk.services.ec2.model.ReplaceRouteRequest;
import software.amazon.awssdk.services.ec2.model.RevokeSecurityGroupEgressRequest;
import software.amazon.awssdk.services.ec2.model.RevokeSecurityGroupIngressRequest;
import software.amazon.awssdk.services.ec2.model.UpdateSecurityGroupRuleDescriptionsEgressRequest;
import software.amazon.awssdk.services.ec2.model.UpdateSecurityGroupRuleDescriptionsIngressRequest;
import software.amazon.awssdk.utils.builder.SdkBuilder;

/// Every call that changes something, by its name: the one class that touches a client's mutating
/// methods.
final class Mutations {
  private final Clients clients;

  Mutations(Clients clients) {
    this.clients = clients;
  }

  /// Sends one call, once.
  ///
  /// @param token the client token, for the calls that take one
  /// @throws IllegalArgumentException for a call that is not in the table
  Value.Fields send(String api, Value.Fields arguments, String token) {
    return ApiObjects.answer(
        api.startsWith("autoscaling:")
            ? autoScaling(clients.changing().autoScaling(), api, arguments, token)
            : ec2(clients.changing().ec2(), api, arguments, token));
  }

  private static SdkPojo ec2(Ec2Client ec2, String api, Value.Fields arguments, String token) {
    return switch (api) {
      case "ec2:CreateVpc" -> ec2.createVpc(request(CreateVpcRequest.builder(), arguments, token));
      case "ec2:ModifyVpcAttribute" ->
          ec2.modifyVpcAttribute(request(ModifyVpcAttributeRequest.builder(), arguments, token));
      case "ec2:DeleteVpc" -> ec2.deleteVpc(request(DeleteVpcRequest.builder(), arguments, token));
      case "ec2:CreateSubnet" ->
          ec2.createSubnet(request(CreateSubnetRequest.builder(), arguments, token));
      case "ec2:ModifySubnetAttribute" ->
          ec2.modifySubnetAttribute(
              request(ModifySubnetAttributeRequest.builder(), arguments, token));
      case "ec2:DeleteSubnet" ->
          ec2.deleteSubnet(request(DeleteSubnetRequest.builder(), arguments, token));
      case "ec2:CreateInternetGateway" ->
          ec2.createInternetGateway(
              request(CreateInternetGatewayRequest.builder(), arguments, token));
      case "ec2:AttachInternetGateway" ->
          ec2.attachInternetGateway(
              request(AttachInternetGatewayRequest.builder(), arguments, token));
      case "ec2:DetachInternetGateway" ->
          ec2.detachInternetGateway(
              request(DetachInternetGatewayRequest.builder(), arguments, token));
      case "ec2:DeleteInternetGateway" ->
          ec2.deleteInternetGateway(
              request(DeleteInternetGatewayRequest.builder(), arguments, token));
      case "ec2:CreateRouteTable" ->
          ec2.createRouteTable(request(CreateRouteTableRequest.builder(), arguments, token));
      case "ec2:CreateRoute" ->
          ec2.createRoute(request(CreateRouteRequest.builder(), arguments, token));
      case "ec2:ReplaceRoute" ->
          ec2.replaceRoute(request(ReplaceRouteRequest.builder(), arguments, token));
      case "ec2:DeleteRoute" ->
          ec2.deleteRoute(request(DeleteRouteRequest.builder(), arguments, token));
      case "ec2:AssociateRouteTable" ->
          ec2.associateRouteTable(request(AssociateRouteTableRequest.builder(), arguments, token));
      case "ec2:DisassociateRouteTable" ->
          ec2.disassociateRouteTable(
              request(DisassociateRouteTableRequest.builder(), arguments, token));
      case "ec2:DeleteRouteTable" ->
          ec2.deleteRouteTable(request(DeleteRouteTableRequest.builder(), arguments, token));
      case "ec2:CreateSecurityGroup" ->
          ec2.createSecurityGroup(request(CreateSecurityGroupRequest.builder(), arguments, token));
      case "ec2:AuthorizeSecurityGroupIngress" ->
          ec2.authorizeSecurityGroupIngress(
              request(AuthorizeSecurityGroupIngressRequest.builder(), arguments, token));
      case "ec2:AuthorizeSecurityGroupEgress" ->
          ec2.authorizeSecurityGroupEgress(
              request(AuthorizeSecurityGroupEgressRequest.builder(), arguments, token));
      case "ec2:RevokeSecurityGroupIngress" ->
          ec2.revokeSecurityGroupIngress(
              request(RevokeSecurityGroupIngressRequest.builder(), arguments, token));
      case "ec2:RevokeSecurityGroupEgress" ->
          ec2.revokeSecurityGroupEgress(
              request(RevokeSecurityGroupEgressRequest.builder(), arguments, token));
      case "ec2:UpdateSecurityGroupRuleDescriptionsIngress" ->
          ec2.updateSecurityGroupRuleDescriptionsIngress(
              request(
                  UpdateSecurityGroupRuleDescriptionsIngressRequest.builder(), arguments, token));
      case "ec2:UpdateSecurityGroupRuleDescriptionsEgress" ->
          ec2.updateSecurityGroupRuleDescriptionsEgress(
              request(
                  UpdateSecurityGroupRuleDescriptionsEgressRequest.builder(), arguments, token));
      case "ec2:DeleteSecurityGroup" ->
          ec2.deleteSecurityGroup(request(DeleteSecurityGroupRequest.builder(), arguments, token));
      case "ec2:CreateNetworkInterface" ->
          ec2.createNetworkInterface(
              request(CreateNetworkInterfaceRequest.builder(), arguments, token));
      case "ec2:ModifyNetworkInterfaceAttribute" ->
          ec2.modifyNetworkInterfaceAttribute(
              request(ModifyNetworkInterfaceAttributeRequest.builder(), arguments, token));
      case "ec2:DeleteNetworkInterface" ->
          ec2.deleteNetworkInterface(
              request(DeleteNetworkInterfaceRequest.builder(), arguments, token));
      case "ec2:AllocateAddress" ->
          ec2.allocateAddress(request(AllocateAddressRequest.builder(), arguments, token));
      case "ec2:ReleaseAddress" ->
          ec2.releaseAddress(request(ReleaseAddressRequest.builder(), arguments, token));
      case "ec2:AssociateAddress" ->
          ec2.associateAddress(request(AssociateAddressRequest.builder(), arguments, token));
      case "ec2:DisassociateAddress" ->
          ec2.disassociateAddress(request(DisassociateAddressRequest.builder(), arguments, token));
      case "ec2:CreateLaunchTemplate" ->
          ec2.createLaunchTemplate(
              request(CreateLaunchTemplateRequest.builder(), arguments, token));
      case "ec2:CreateLaunchTemplateVersion" ->
          ec2.createLaunchTemplateVersion(
              request(CreateLaunchTemplateVersionRequest.builder(), arguments, token));
      case "ec2:ModifyLaunchTemplate" ->
          ec2.modifyLaunchTemplate(
              request(ModifyLaunchTemplateRequest.builder(), arguments, token));
      case "ec2:DeleteLaunchTemplate" ->
          ec2.deleteLaunchTemplate(
              request(DeleteLaunchTemplateRequest.builder(), arguments, token));
      case "ec2:CreateTags" ->
          ec2.createTags(request(CreateTagsRequest.builder(), arguments, token));
      case "ec2:DeleteTags" ->
          ec2.deleteTags(request(DeleteTagsRequest.builder(), arguments, token));
      default -> throw new IllegalArgumentException("no such call: " + api);
    };
  }

  private static SdkPojo autoScaling(
      AutoScalingClient autoScaling, String api, Value.Fields arguments, String token) {
    return switch (api) {
      case "autoscaling:CreateAutoScalingGroup" ->
          autoScaling.createAutoScalingGroup(
              request(CreateAutoScalingGroupRequest.builder(), arguments, token));
      case "autoscaling:UpdateAutoScalingGroup" ->
          autoScaling.updateAutoScalingGroup(
              request(UpdateAutoScalingGroupRequest.builder(), arguments, token));
      case "autoscaling:DeleteAutoScalingGroup" ->
          autoScaling.deleteAutoScalingGroup(
              request(DeleteAutoScalingGroupRequest.builder(), arguments, token));
      case "autoscaling:CreateOrUpdateTags" ->
          autoScaling.createOrUpdateTags(
              request(CreateOrUpdateTagsRequest.builder(), arguments, token));
      case "autoscaling:DeleteTags" ->
          autoScaling.deleteTags(
              request(
                  software.amazon.awssdk.services.autoscaling.model.DeleteTagsRequest.builder(),
                  arguments,
                  token));
      default -> throw new IllegalArgumentException("no such call: " + api);
    };
  }

  private static <B extends SdkPojo & SdkBuilder<B, Q>, Q> Q request(
      B builder, Value.Fields arguments, String token) {
    return ApiObjects.request(
        builder,
        ApiObjects.takes(builder, "ClientToken")
            ? arguments.with("ClientToken", Value.text(token))
            : arguments);
  }
}
