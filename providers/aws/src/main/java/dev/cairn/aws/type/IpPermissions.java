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
  private static final String[] RANGE = {"ipProtocol", "fromPort", "toPort"};

  private IpPermissions() {}

  /// A peer of a rule: its attribute, and where IpPermissions keep it.
  private record Peer(String attribute, String list, String member) {}

  /// One rule as a permission.
  static Value.Fields permission(Value rule) {
    Value.Fields fields = (Value.Fields) rule.revealed();
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
