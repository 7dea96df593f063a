package dev.cairn.aws.type;

import dev.cairn.api.address.Path;
import dev.cairn.api.provider.ResourceType.Problem;
import dev.cairn.api.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// One rule, as the API's SecurityGroupRule has it: `ipProtocol`, `fromPort`, `toPort`, one source
/// or destination, `description`.
final class SecurityGroupRule {
  static final List<String> PEERS =
      List.of("cidrIpv4", "cidrIpv6", "prefixListId", "referencedGroupId");
  private static final String PROTOCOL = "ipProtocol";
  private static final String FROM = "fromPort";
  private static final String TO = "toPort";
  private static final Map<String, String> NAMES =
      Map.of("all", "-1", "1", "icmp", "6", "tcp", "17", "udp", "58", "icmpv6");

  private SecurityGroupRule() {}

  /// What tells a rule from the others.
  static Value key(Value rule) {
    return rule.revealed() instanceof Value.Fields fields ? fields.without("description") : rule;
  }

  /// Protocols by the names that EC2 answers with; no ports where there are none; blocks in
  /// canonical form.
  static Value normalize(Value rule) {
    if (!(rule instanceof Value.Fields written)) {
      return rule;
    }
    Value.Fields out = Cidr.canonical(written, "cidrIpv4", "cidrIpv6");
    if (out.get(PROTOCOL).orElse(null) instanceof Value.Text(String name)) {
      String lower = name.toLowerCase(Locale.ROOT);
      String protocol = NAMES.getOrDefault(lower, lower);
      out = out.with(PROTOCOL, Value.text(protocol));
      out = protocol.equals("-1") && noPorts(out) ? out.without(FROM).without(TO) : out;
      out = protocol.startsWith("icmp") ? every(every(out, FROM), TO) : out;
    }
    return out.text("description").filter(String::isEmpty).isPresent()
        ? out.without("description")
        : out;
  }

  /// Whether the ports say no more than that there are none: the API answers with -1 or without,
  /// and 0 to 0 is how Terraform's users write it.
  private static boolean noPorts(Value.Fields rule) {
    long from = rule.whole(FROM).orElse(-1L);
    return from == rule.whole(TO).orElse(-1L) && (from == -1 || from == 0);
  }

  /// ICMP has a type and a code in the place of ports; -1 is every one.
  private static Value.Fields every(Value.Fields rule, String port) {
    return rule.has(port) ? rule : rule.with(port, new Value.Whole(-1));
  }

  /// What is wrong with each rule, and which ones are there twice.
  static List<Problem> check(String attribute, List<Value> rules) {
    List<Problem> problems = new ArrayList<>();
    Map<Value, Integer> seen = new HashMap<>();
    for (int i = 0; i < rules.size(); i++) {
      int item = i;
      check(attribute, rules.get(i)).forEach(problem -> problems.add(problem.at(item)));
      Integer before = rules.get(i).known() ? seen.putIfAbsent(key(rules.get(i)), i) : null;
      if (before != null) {
        problems.add(
            new Problem(
                Path.of(attribute),
                List.of(item),
                "a rule is there twice",
                "it allows what rule "
                    + (before + 1)
                    + " of the list allows; a description does not make it another",
                "remove one of the two"));
      }
    }
    return problems;
  }

  private static List<Problem> check(String attribute, Value rule) {
    List<Problem> problems = new ArrayList<>();
    if (rule.revealed() instanceof Value.Fields fields) {
      long peers = PEERS.stream().filter(fields::has).count();
      if (peers != 1) {
        problems.add(
            new Problem(
                Path.of(attribute),
                "a rule has exactly one source or destination",
                "this one has " + peers,
                "set one of " + String.join(", ", PEERS)));
      }
      ports(attribute, fields, problems);
      noPorts(attribute, fields, problems);
    }
    return problems;
  }

  /// EC2 allows all ports, whatever is said of them, of every protocol that has none
  /// (AuthorizeSecurityGroupIngress, `IpProtocol`): nobody who writes a port means that.
  private static void noPorts(String attribute, Value.Fields rule, List<Problem> problems) {
    String protocol = rule.text(PROTOCOL).orElse("");
    boolean icmp = protocol.startsWith("icmp");
    if (protocol.isEmpty() || protocol.equals("tcp") || protocol.equals("udp")) {
      return;
    }
    if (!icmp && (rule.has(FROM) || rule.has(TO))) {
      problems.add(
          new Problem(
              Path.of(attribute),
              "a rule with ports needs a protocol that has ports",
              protocol.equals("-1")
                  ? "ipProtocol -1 is every protocol on every port, and would open all of them"
                  : "protocol " + protocol + " has no ports, and all of it would be open",
              "write ipProtocol: tcp or udp, or leave fromPort and toPort out"));
    } else if (icmp && rule.whole(FROM).orElse(0L) == -1 && rule.whole(TO).orElse(-1L) != -1) {
      problems.add(
          new Problem(
              Path.of(attribute),
              "every ICMP type has every code",
              "fromPort is -1, every type, and toPort is a code",
              "name the type in fromPort, or set toPort: -1"));
    }
  }

  private static void ports(String attribute, Value.Fields rule, List<Problem> problems) {
    String protocol = rule.text(PROTOCOL).orElse("");
    boolean needed = protocol.equals("tcp") || protocol.equals("udp");
    if (needed && !(rule.has(FROM) && rule.has(TO))) {
      problems.add(
          new Problem(
              Path.of(attribute),
              "a rule for TCP or UDP needs its ports",
              "fromPort or toPort is missing",
              "set both; every port is 0 to 65535"));
    } else if (needed && (rule.whole(FROM).orElse(0L) < 0 || rule.whole(TO).orElse(0L) < 0)) {
      problems.add(
          new Problem(
              Path.of(attribute),
              "-1 is no port",
              "for TCP and UDP fromPort and toPort are ports",
              "every port is 0 to 65535"));
    } else if (needed && rule.whole(FROM).orElse(0L) > rule.whole(TO).orElse(Long.MAX_VALUE)) {
      problems.add(
          new Problem(
              Path.of(attribute),
              "fromPort is above toPort",
              rule.whole(FROM).orElse(0L) + " to " + rule.whole(TO).orElse(0L),
              "swap them"));
    }
  }
}
