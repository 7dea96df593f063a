package dev.cairn.referee.ec2;

import dev.cairn.referee.Exchange;
import dev.cairn.referee.Hook;
import dev.cairn.referee.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// What is in use is not deleted: `DependencyViolation` (EC2 API reference, DeleteSecurityGroup:
/// associated with a network interface or referenced by another group; DeleteSubnet, DeleteVpc:
/// what is in them goes first). moto deletes referenced and attached groups.
public final class InUse implements Hook {
  private static final String SCOPE =
      "AWS4-HMAC-SHA256 Credential=referee/20260101/us-east-1/ec2/aws4_request";

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

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI service;

  /// @param service the endpoint that the referee stands before
  public InUse(URI service) {
    this.service = Objects.requireNonNull(service, "service");
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
    return ask(users, id).items().stream()
        .anyMatch(item -> !Listing.text(item, "groupId").equals(id));
  }

  private Listing ask(Users users, String id) {
    String form =
        "Action=%s&Version=2016-11-15&Filter.1.Name=%s&Filter.1.Value.1=%s"
            .formatted(
                users.action(),
                URLEncoder.encode(users.filter(), StandardCharsets.UTF_8),
                URLEncoder.encode(id, StandardCharsets.UTF_8));
    HttpRequest request =
        HttpRequest.newBuilder(service)
            .header("Authorization", SCOPE)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build();
    try {
      HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
      if (answer.statusCode() != 200) {
        throw new IOException(
            users.action()
                + " "
                + answer.statusCode()
                + " "
                + new String(answer.body(), StandardCharsets.UTF_8));
      }
      return Listing.read(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
