package dev.cairn.referee.ec2;

import dev.cairn.referee.Exchange;
import dev.cairn.referee.Hook;
import dev.cairn.referee.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/// Describe calls answer in pages of at most what the API gives at once (EC2 API reference,
/// `MaxResults` of each action). moto answers in one page, or in a first page that gives no token:
/// a client that reads the first page alone passes everything there.
///
/// A token holds for the request that it came from: with other filters, ids or another action it is
/// refused with `InvalidParameterValue`, and so is a `MaxResults` out of range.
public final class Paging implements Hook {
  private static final Map<String, Integer> LARGEST =
      Map.ofEntries(
          Map.entry("ec2:DescribeVpcs", 1000),
          Map.entry("ec2:DescribeSubnets", 1000),
          Map.entry("ec2:DescribeSecurityGroups", 1000),
          Map.entry("ec2:DescribeSecurityGroupRules", 1000),
          Map.entry("ec2:DescribeInternetGateways", 1000),
          Map.entry("ec2:DescribeNatGateways", 1000),
          Map.entry("ec2:DescribeRouteTables", 100),
          Map.entry("ec2:DescribeNetworkInterfaces", 1000),
          Map.entry("ec2:DescribeVolumes", 1000),
          Map.entry("ec2:DescribeInstances", 1000),
          Map.entry("ec2:DescribeImages", 1000),
          Map.entry("ec2:DescribeLaunchTemplates", 200),
          Map.entry("ec2:DescribeLaunchTemplateVersions", 200),
          Map.entry("ec2:DescribeTags", 1000));

  private static final String TOKEN = "NextToken";
  private static final String MAXIMUM = "MaxResults";

  private final Map<String, Cursor> cursors = new ConcurrentHashMap<>();
  private final int largest;

  /// Where a page ended, and of which request.
  private record Cursor(String api, SortedMap<String, String> request, int from) {}

  private Paging(int largest) {
    this.largest = largest;
  }

  /// With the API's own limits.
  public static Paging asDocumented() {
    return new Paging(Integer.MAX_VALUE);
  }

  /// With smaller pages, so that few objects make several.
  public static Paging of(int largest) {
    return new Paging(largest);
  }

  @Override
  public Verdict beforeForward(Exchange exchange) {
    Integer documented = LARGEST.get(exchange.api());
    if (documented == null) {
      return Verdict.PASS;
    }
    String asked = exchange.arguments().getOrDefault(MAXIMUM, "" + documented);
    if (!asked.matches("[1-9]\\d{0,5}") || Integer.parseInt(asked) > documented) {
      return Refusal.of("InvalidParameterValue", "MaxResults is at most " + documented);
    }
    String token = exchange.arguments().getOrDefault(TOKEN, "");
    if (!token.isEmpty() && !follows(token, exchange)) {
      return Refusal.of("InvalidParameterValue", "NextToken is of another request");
    }
    return new Verdict.Rewrite(Paging::whole);
  }

  @Override
  public Verdict afterForward(Exchange exchange, int status, Optional<byte[]> body) {
    Integer documented = LARGEST.get(exchange.api());
    if (documented == null || status != 200 || body.isEmpty()) {
      return Verdict.PASS;
    }
    try {
      Listing listing = Listing.read(body.get());
      int asked = Integer.parseInt(exchange.arguments().getOrDefault(MAXIMUM, "" + documented));
      int from = from(exchange);
      int to = from + Math.min(asked, largest);
      String next = "";
      if (to < listing.items().size()) {
        next = "page-" + exchange.api().hashCode() + "-" + cursors.size() + "-" + to;
        cursors.put(next, new Cursor(exchange.api(), request(exchange), to));
      }
      listing.cut(from, to, next);
      return new Verdict.Answer(200, "text/xml;charset=UTF-8", listing.xml());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean follows(String token, Exchange exchange) {
    Cursor cursor = cursors.get(token);
    return cursor != null
        && cursor.api().equals(exchange.api())
        && cursor.request().equals(request(exchange));
  }

  private int from(Exchange exchange) {
    Cursor cursor = cursors.get(exchange.arguments().getOrDefault(TOKEN, ""));
    return cursor == null ? 0 : cursor.from();
  }

  private static SortedMap<String, String> request(Exchange exchange) {
    SortedMap<String, String> request = new TreeMap<>(exchange.arguments());
    request.remove(TOKEN);
    request.remove(MAXIMUM);
    return request;
  }

  /// Asks moto for all at once: it cuts launch templates at 15 where no maximum is named.
  private static String whole(String form) {
    String rest =
        Arrays.stream(form.split("&", -1))
            .filter(part -> !part.startsWith(TOKEN + "=") && !part.startsWith(MAXIMUM + "="))
            .collect(Collectors.joining("&"));
    return rest.contains("Action=DescribeLaunchTemplates&") || rest.endsWith("LaunchTemplates")
        ? rest + "&MaxResults=100000"
        : rest;
  }
}
