package dev.cairn.referee.ec2;

import dev.cairn.referee.Exchange;
import dev.cairn.referee.Hook;
import dev.cairn.referee.Verdict;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.w3c.dom.Element;

/// What only one can hold is not given to a second, nor taken away from its holder unasked (EC2 API
/// reference, error codes: `Resource.AlreadyAssociated` of AssociateRouteTable and AssociateAddress
/// without AllowReassociation, `InvalidIPAddress.InUse` of ReleaseAddress and of a private address,
/// `InvalidParameterValue` of a second internet gateway). moto gives it to both.
public final class OneHolder implements Hook {
  private final Service service;

  /// @param service the endpoint that the referee stands before
  public OneHolder(URI service) {
    this.service = new Service(service);
  }

  @Override
  public Verdict beforeForward(Exchange exchange) {
    Map<String, String> arguments = exchange.arguments();
    return switch (exchange.api()) {
      case "ec2:AssociateRouteTable" ->
          free(
              "DescribeRouteTables",
              "association.subnet-id",
              arguments.getOrDefault("SubnetId", ""),
              "Resource.AlreadyAssociated");
      case "ec2:AttachInternetGateway" ->
          free(
              "DescribeInternetGateways",
              "attachment.vpc-id",
              arguments.getOrDefault("VpcId", ""),
              "InvalidParameterValue");
      case "ec2:CreateNetworkInterface" -> newAddress(arguments);
      case "ec2:AssignPrivateIpAddresses" -> assigned(arguments);
      case "ec2:AssociateAddress" -> associated(arguments);
      case "ec2:ReleaseAddress" ->
          inUse(arguments.getOrDefault("AllocationId", ""))
              ? Refusal.of("InvalidIPAddress.InUse", "the address is associated")
              : Verdict.PASS;
      default -> Verdict.PASS;
    };
  }

  private Verdict free(String action, String filter, String value, String code) {
    return !value.isEmpty() && !service.where(action, filter, value).isEmpty()
        ? Refusal.of(code, "%s %s has a holder".formatted(filter, value))
        : Verdict.PASS;
  }

  private Verdict newAddress(Map<String, String> arguments) {
    List<String> asked =
        arguments.entrySet().stream()
            .filter(one -> one.getKey().matches("PrivateIpAddress(es\\.\\d+\\.PrivateIpAddress)?"))
            .map(Map.Entry::getValue)
            .toList();
    return taken(arguments.getOrDefault("SubnetId", ""), asked, "");
  }

  private Verdict assigned(Map<String, String> arguments) {
    if ("true".equals(arguments.get("AllowReassignment"))) {
      return Verdict.PASS;
    }
    String card = arguments.getOrDefault("NetworkInterfaceId", "");
    List<String> asked =
        arguments.entrySet().stream()
            .filter(one -> one.getKey().startsWith("PrivateIpAddress."))
            .map(Map.Entry::getValue)
            .toList();
    return service.where("DescribeNetworkInterfaces", "network-interface-id", card).stream()
        .findFirst()
        .map(own -> taken(Listing.text(own, "subnetId"), asked, card))
        .orElse(Verdict.PASS);
  }

  private Verdict taken(String subnet, List<String> asked, String byOther) {
    if (subnet.isEmpty() || asked.isEmpty()) {
      return Verdict.PASS;
    }
    for (Element card : service.where("DescribeNetworkInterfaces", "subnet-id", subnet)) {
      List<String> held = Listing.all(card, "privateIpAddress");
      if (!Listing.text(card, "networkInterfaceId").equals(byOther)
          && asked.stream().anyMatch(held::contains)) {
        return Refusal.of("InvalidIPAddress.InUse", "%s: held already".formatted(asked));
      }
    }
    return Verdict.PASS;
  }

  private Verdict associated(Map<String, String> arguments) {
    return !"true".equals(arguments.get("AllowReassociation"))
            && inUse(arguments.getOrDefault("AllocationId", ""))
        ? Refusal.of("Resource.AlreadyAssociated", "the address is associated")
        : Verdict.PASS;
  }

  private boolean inUse(String allocation) {
    return !allocation.isEmpty()
        && service.where("DescribeAddresses", "allocation-id", allocation).stream()
            .anyMatch(address -> !Listing.text(address, "associationId").isEmpty());
  }
}
