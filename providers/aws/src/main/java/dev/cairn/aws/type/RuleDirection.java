package dev.cairn.aws.type;

import dev.cairn.api.plan.Call;
import dev.cairn.api.value.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// The two lists of rules that a security group has.
enum RuleDirection {
  INGRESS("Ingress", "IpPermissions"),
  EGRESS("Egress", "IpPermissionsEgress");

  private final String suffix;
  private final String member;

  RuleDirection(String suffix, String member) {
    this.suffix = suffix;
    this.member = member;
  }

  String attribute() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// `ec2:AuthorizeSecurityGroupIngress` for `AuthorizeSecurityGroup`.
  String api(String action) {
    return "ec2:" + action + suffix;
  }

  /// The rules of a description, in an order of their own, as EC2 promises none.
  Value observed(Value.Fields description) {
    List<Value> rules = new ArrayList<>();
    for (Value permission : description.items(member)) {
      rules.addAll(IpPermissions.rules((Value.Fields) permission));
    }
    rules.sort(Comparator.comparing(Value::toString));
    return new Value.Items(rules);
  }

  /// The calls from one list of rules to the other. A list of which nothing is known is added to
  /// what there is.
  List<Call> change(Value.Fields from, Value.Fields to) {
    return ApiForm.unknown(to, attribute())
        .map(rules ->
            List.of(
                Calls.safe(
                    api("AuthorizeSecurityGroup"), Value.Fields.of(IpPermissions.ARGUMENT, rules))))
        .orElseGet(
            () -> RuleChange.of(this, from.items(attribute()), to.items(attribute())).calls());
  }

  /// Whether the group's rules are as the call on this list would leave them.
  boolean holds(Call call, Value.Fields attributes) {
    Set<Value> there =
        attributes.items(attribute()).stream()
            .map(SecurityGroupRule::key)
            .collect(Collectors.toSet());
    List<Value> asked =
        call.arguments().items(IpPermissions.ARGUMENT).stream()
            .flatMap(permission -> IpPermissions.rules((Value.Fields) permission).stream())
            .map(SecurityGroupRule::key)
            .toList();
    if (call.api().equals(api("AuthorizeSecurityGroup"))) {
      return there.containsAll(asked);
    }
    return call.api().equals(api("RevokeSecurityGroup"))
        && asked.stream().noneMatch(there::contains);
  }
}
