package dev.cairn.aws.type;

import dev.cairn.api.plan.Call;
import dev.cairn.api.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What makes one list of rules into another: rules are told apart by all but their description.
record RuleChange(
    RuleDirection direction, List<Value> added, List<Value> described, List<Value> removed) {
  RuleChange {
    added = List.copyOf(added);
    described = List.copyOf(described);
    removed = List.copyOf(removed);
  }

  static RuleChange of(RuleDirection direction, List<Value> from, List<Value> to) {
    Map<Value, Value> had = byKey(from);
    Map<Value, Value> wanted = byKey(to);
    List<Value> added = new ArrayList<>();
    List<Value> described = new ArrayList<>();
    wanted.forEach((key, rule) -> {
      Value before = had.get(key);
      if (before == null) {
        added.add(rule);
      } else if (!before.equals(rule)) {
        described.add(rule);
      }
    });
    List<Value> removed = new ArrayList<>();
    had.forEach((key, rule) -> {
      if (!wanted.containsKey(key)) {
        removed.add(key);
      }
    });
    return new RuleChange(direction, added, described, removed);
  }

  private static Map<Value, Value> byKey(List<Value> rules) {
    Map<Value, Value> byKey = new LinkedHashMap<>();
    rules.forEach(rule -> byKey.put(SecurityGroupRule.key(rule), rule.revealed()));
    return byKey;
  }

  List<Call> calls() {
    List<Call> calls = new ArrayList<>();
    add(calls, "AuthorizeSecurityGroup", added);
    add(calls, "UpdateSecurityGroupRuleDescriptions", described);
    add(calls, "RevokeSecurityGroup", removed);
    return calls;
  }

  private void add(List<Call> calls, String action, List<Value> rules) {
    if (!rules.isEmpty()) {
      Value permissions = new Value.Items(rules.stream().map(IpPermissions::permission).toList());
      calls.add(Calls.safe(direction.api(action), Value.Fields.of("IpPermissions", permissions)));
    }
  }
}
