package dev.cairn.referee.ec2;

import dev.cairn.referee.Exchange;
import dev.cairn.referee.Hook;
import dev.cairn.referee.Verdict;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/// How many of a kind an account may have (Amazon VPC quotas: 5 VPCs and 5 Elastic IP addresses a
/// region, 60 rules of either direction a security group). moto has none of them: ours.
public final class Quotas implements Hook {
  private static final Pattern RULE_SOURCE =
      Pattern.compile(
          "IpPermissions\\.\\d+\\.(IpRanges|Ipv6Ranges|Groups|PrefixListIds)\\.\\d+\\..*");
  private static final int RULES = 60;

  private record Kind(String action, String code) {}

  private static final Map<String, Kind> KINDS =
      Map.of(
          "ec2:CreateVpc", new Kind("DescribeVpcs", "VpcLimitExceeded"),
          "ec2:AllocateAddress", new Kind("DescribeAddresses", "AddressLimitExceeded"));

  private final Service service;
  private final Map<String, Integer> most;

  /// @param most by API, `ec2:CreateVpc` or `ec2:AllocateAddress`: how many there may be; what is
  ///   not named has no limit
  public Quotas(URI service, Map<String, Integer> most) {
    this.service = new Service(service);
    this.most = Map.copyOf(Objects.requireNonNull(most, "most"));
  }

  @Override
  public Verdict beforeForward(Exchange exchange) {
    return switch (exchange.api()) {
      case "ec2:AuthorizeSecurityGroupIngress" -> rules(exchange, "false");
      case "ec2:AuthorizeSecurityGroupEgress" -> rules(exchange, "true");
      default -> objects(exchange);
    };
  }

  private Verdict objects(Exchange exchange) {
    Kind kind = KINDS.get(exchange.api());
    Integer limit = most.get(exchange.api());
    return kind != null && limit != null && service.all(kind.action()).size() >= limit
        ? Refusal.of(kind.code(), "the maximum number of %d is reached".formatted(limit))
        : Verdict.PASS;
  }

  private Verdict rules(Exchange exchange, String egress) {
    String group = exchange.arguments().getOrDefault("GroupId", "");
    long added =
        exchange.arguments().keySet().stream()
            .filter(name -> RULE_SOURCE.matcher(name).matches())
            .map(name -> name.substring(0, name.lastIndexOf('.')))
            .distinct()
            .count();
    long there =
        service.where("DescribeSecurityGroupRules", "group-id", group).stream()
            .filter(rule -> Listing.text(rule, "isEgress").equals(egress))
            .count();
    return there + added > RULES
        ? Refusal.of(
            "RulesPerSecurityGroupLimitExceeded",
            "%d rules and %d more are over %d".formatted(there, added, RULES))
        : Verdict.PASS;
  }
}
