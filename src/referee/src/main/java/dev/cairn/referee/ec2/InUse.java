package dev.cairn.referee.ec2;

import dev.cairn.referee.Exchange;
import dev.cairn.referee.Hook;
import dev.cairn.referee.Verdict;
import java.net.URI;
import java.util.List;
import java.util.Map;

/// What is in use is not deleted: `DependencyViolation` (EC2 API reference, DeleteSecurityGroup:
/// associated with a network interface or referenced by another group; DeleteSubnet, DeleteVpc:
/// what is in them goes first). moto deletes referenced and attached groups.
public final class InUse implements Hook {
  /// A question whose answer names users of an object.
  private record Users(String action, String filter) {}

  private static final Users INTERFACES_OF_GROUP =
      new Users("DescribeNetworkInterfaces", "group-id");
  private static final Map<String, String> PARAMETER =
      Map.of(
          "ec2:DeleteSecurityGroup", "GroupId",
          "ec2:DeleteSubnet", "SubnetId",
          "ec2:DeleteVpc", "VpcId");
  private static final Map<String, List<Users>> USERS =
      Map.of(
          "ec2:DeleteSecurityGroup",
          List.of(
              INTERFACES_OF_GROUP,
              new Users("DescribeSecurityGroups", "ip-permission.group-id"),
              new Users("DescribeSecurityGroups", "egress.ip-permission.group-id")),
          "ec2:DeleteSubnet",
          List.of(new Users("DescribeNetworkInterfaces", "subnet-id")),
          "ec2:DeleteVpc",
          List.of(
              new Users("DescribeSubnets", "vpc-id"),
              new Users("DescribeNetworkInterfaces", "vpc-id"),
              new Users("DescribeInternetGateways", "attachment.vpc-id")));

  private final Service service;

  /// @param service the endpoint that the referee stands before
  public InUse(URI service) {
    this.service = new Service(service);
  }

  @Override
  public Verdict beforeForward(Exchange exchange) {
    String id = exchange.arguments().getOrDefault(PARAMETER.getOrDefault(exchange.api(), ""), "");
    if (id.isEmpty()) {
      return Verdict.PASS;
    }
    for (Users users : USERS.getOrDefault(exchange.api(), List.of())) {
      if (isUsed(users, id)) {
        return Refusal.of(
            "DependencyViolation", "resource %s has a dependent object".formatted(id));
      }
    }
    return Verdict.PASS;
  }

  /// A group that names only itself is not in use.
  private boolean isUsed(Users users, String id) {
    return service.where(users.action(), users.filter(), id).stream()
        .anyMatch(item -> !Listing.text(item, "groupId").equals(id));
  }
}
