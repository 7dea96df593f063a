package dev.cairn.aws.session;

import static dev.cairn.aws.session.ApiObjects.request;

import dev.cairn.api.value.Value;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.autoscaling.model.DescribeAutoScalingGroupsRequest;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.DescribeAddressesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeAvailabilityZonesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeImagesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeInternetGatewaysRequest;
import software.amazon.awssdk.services.ec2.model.DescribeLaunchTemplateVersionsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeLaunchTemplatesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeNetworkInterfacesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeRouteTablesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeSecurityGroupsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeSubnetsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVpcAttributeRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVpcsRequest;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityRequest;

/// Every call that only reads, by its name. The SDK repeats these by itself.
final class Reads {
  private final Clients clients;

  Reads(Clients clients) {
    this.clients = clients;
  }

  /// One call: one page of its answer.
  ///
  /// @throws IllegalArgumentException for a call that is not in the table
  Value.Fields ask(String api, Value.Fields arguments) {
    return ApiObjects.answer(
        switch (api) {
          case "autoscaling:DescribeAutoScalingGroups" ->
              clients
                  .reading()
                  .autoScaling()
                  .describeAutoScalingGroups(
                      request(DescribeAutoScalingGroupsRequest.builder(), arguments));
          case "sts:GetCallerIdentity" ->
              clients
                  .reading()
                  .sts()
                  .getCallerIdentity(request(GetCallerIdentityRequest.builder(), arguments));
          default -> ec2(clients.reading().ec2(), api, arguments);
        });
  }

  private static SdkPojo ec2(Ec2Client ec2, String api, Value.Fields arguments) {
    return switch (api) {
      case "ec2:DescribeVpcs" ->
          ec2.describeVpcs(request(DescribeVpcsRequest.builder(), arguments));
      case "ec2:DescribeVpcAttribute" ->
          ec2.describeVpcAttribute(request(DescribeVpcAttributeRequest.builder(), arguments));
      case "ec2:DescribeSubnets" ->
          ec2.describeSubnets(request(DescribeSubnetsRequest.builder(), arguments));
      case "ec2:DescribeInternetGateways" ->
          ec2.describeInternetGateways(
              request(DescribeInternetGatewaysRequest.builder(), arguments));
      case "ec2:DescribeRouteTables" ->
          ec2.describeRouteTables(request(DescribeRouteTablesRequest.builder(), arguments));
      case "ec2:DescribeSecurityGroups" ->
          ec2.describeSecurityGroups(request(DescribeSecurityGroupsRequest.builder(), arguments));
      case "ec2:DescribeNetworkInterfaces" ->
          ec2.describeNetworkInterfaces(
              request(DescribeNetworkInterfacesRequest.builder(), arguments));
      case "ec2:DescribeAddresses" ->
          ec2.describeAddresses(request(DescribeAddressesRequest.builder(), arguments));
      case "ec2:DescribeLaunchTemplates" ->
          ec2.describeLaunchTemplates(request(DescribeLaunchTemplatesRequest.builder(), arguments));
      case "ec2:DescribeLaunchTemplateVersions" ->
          ec2.describeLaunchTemplateVersions(
              request(DescribeLaunchTemplateVersionsRequest.builder(), arguments));
      case "ec2:DescribeAvailabilityZones" ->
          ec2.describeAvailabilityZones(
              request(DescribeAvailabilityZonesRequest.builder(), arguments));
      case "ec2:DescribeImages" ->
          ec2.describeImages(request(DescribeImagesRequest.builder(), arguments));
      default -> throw new IllegalArgumentException("no such call: " + api);
    };
  }
}
