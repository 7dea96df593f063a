package dev.cairn.aws.type;

import dev.cairn.api.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Between rules and IpPermissions, in which EC2 groups the peers of one protocol and port range.
final class IpPermissions {
  private static final List<Peer> PEERS =
      List.of(
          new Peer("cidrIpv4", "IpRanges", "CidrIp"),
          new Peer("cidrIpv6", "Ipv6Ranges", "CidrIpv6"),
          new Peer("prefixListId", "PrefixListIds", "PrefixListId"),
          new Peer("referencedGroupId", "UserIdGroupPairs", "GroupId"));
  static final String ARGUMENT = "IpPermissions";
  private static final String[] RANGE = {"ipProtocol", "fromPort", "toPort"};

  private IpPermissions() {}

  /// A peer of a rule: its attribute, and where IpPermissions keep it.
  private record Peer(String attribute, String list, String member) {}

  /// The permissions in arguments, where those that were not known when they were declared are
  /// rules.
  static Value.Fields resolved(Value.Fields arguments) {
    return arguments.with(
        ARGUMENT,
        new Value.Items(
            arguments.items(ARGUMENT).stream()
                .map(item ->
                    item.revealed() instanceof Value.Fields fields && fields.has("ipProtocol")
                        ? permission(SecurityGroupRule.normalize(fields))
                        : item)
                .toList()));
  }

  /// One rule as a permission; one that is not known yet as it is.
  static Value permission(Value rule) {
    if (!(rule.revealed() instanceof Value.Fields fields)) {
      return rule;
    }
    Value.Fields permission = ApiForm.arguments(fields, RANGE);
    for (Peer peer : PEERS) {
      Optional<Value> value = fields.get(peer.attribute());
      if (value.isPresent()) {
        Value.Fields entry =
            Value.Fields.of(Map.of(peer.member(), value.get()))
                .with(ApiForm.arguments(fields, "description"));
        permission = permission.with(peer.list(), new Value.Items(List.of(entry)));
      }
    }
    return permission;
  }

  /// The rules that a permission stands for.
  static List<Value> rules(Value.Fields permission) {
    Value.Fields range = ApiForm.attributes(permission, RANGE);
    List<Value> rules = new ArrayList<>();
    for (Peer peer : PEERS) {
      for (Value item : permission.items(peer.list())) {
        Value.Fields entry = (Value.Fields) item;
        rules.add(
            SecurityGroupRule.normalize(
                range
                    .with(ApiForm.attributes(entry, "description"))
                    .with(peer.attribute(), entry.get(peer.member()).orElse(Value.text("")))));
      }
    }
    return rules;
  }
}
