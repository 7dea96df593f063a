package dev.cairn.referee.ec2;

import dev.cairn.referee.Exchange;
import dev.cairn.referee.Hook;
import dev.cairn.referee.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A new object is not in any list for a while (EC2 API reference, "Eventual consistency").
public final class Lag implements Hook {
  private static final Pattern NEW =
      Pattern.compile("<(\\w+Id)>((?:vpc|subnet|sg|igw|rtb|eni|eipalloc|lt)-[0-9a-f]+)</");

  private static final Map<String, String> OWN_ID =
      Map.of(
          "ec2:DescribeVpcs", "vpcId",
          "ec2:DescribeSubnets", "subnetId",
          "ec2:DescribeSecurityGroups", "groupId",
          "ec2:DescribeInternetGateways", "internetGatewayId",
          "ec2:DescribeRouteTables", "routeTableId",
          "ec2:DescribeNetworkInterfaces", "networkInterfaceId",
          "ec2:DescribeAddresses", "allocationId",
          "ec2:DescribeLaunchTemplates", "launchTemplateId");

  private final Map<String, Long> made = new ConcurrentHashMap<>();
  private final Duration hidden;

  public Lag(Duration hidden) {
    this.hidden = Objects.requireNonNull(hidden, "hidden");
  }

  @Override
  public Verdict afterForward(Exchange exchange, int status, Optional<byte[]> body) {
    if (status != 200 || body.isEmpty()) {
      return Verdict.PASS;
    }
    if (exchange.mutating()) {
      note(new String(body.get(), StandardCharsets.UTF_8));
      return Verdict.PASS;
    }
    String ownId = OWN_ID.get(exchange.api());
    return ownId == null ? Verdict.PASS : visible(body.get(), ownId);
  }

  private void note(String reply) {
    Matcher ids = NEW.matcher(reply);
    while (ids.find()) {
      made.putIfAbsent(ids.group(2), System.nanoTime());
    }
  }

  private Verdict visible(byte[] body, String ownId) {
    try {
      Listing listing = Listing.read(body);
      listing.items().stream()
          .filter(item -> isHidden(Listing.text(item, ownId)))
          .forEach(item -> item.getParentNode().removeChild(item));
      return new Verdict.Answer(200, "text/xml;charset=UTF-8", listing.xml());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean isHidden(String id) {
    Long since = made.get(id);
    return since != null && System.nanoTime() - since < hidden.toNanos();
  }
}
