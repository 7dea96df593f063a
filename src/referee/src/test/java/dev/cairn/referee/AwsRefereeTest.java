package dev.cairn.referee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class AwsRefereeTest {
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final List<String> received = new CopyOnWriteArrayList<>();
  private HttpServer upstream;
  private AwsReferee referee;

  @BeforeEach
  void start() throws IOException {
    upstream = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    upstream.createContext("/", this::echo);
    upstream.start();
    referee = AwsReferee.start(URI.create("http://127.0.0.1:" + upstream.getAddress().getPort()));
  }

  @AfterEach
  void stop() throws IOException {
    referee.close();
    upstream.stop(0);
  }

  /// Answers with the request's body, in chunks where the path says so.
  private void echo(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    received.add(new String(body, StandardCharsets.UTF_8));
    boolean chunked = exchange.getRequestURI().getPath().equals("/chunked");
    exchange.sendResponseHeaders(200, chunked ? 0 : body.length == 0 ? -1 : body.length);
    try (var out = exchange.getResponseBody()) {
      out.write(body);
    }
  }

  @Test
  void aCallIsForwardedAndNamedAfterItsServiceAndAction() throws Exception {
    String form = "Action=CreateVpc&Version=2016-11-15&CidrBlock=10.0.0.0%2F16";
    HttpResponse<String> answer = call("ec2", form);
    assertThat(answer.body()).isEqualTo(form);
    Entry entry = referee.ledger().entries().getFirst();
    assertThat(entry.api()).isEqualTo("ec2:CreateVpc");
    assertThat(entry.target()).isEqualTo("aws");
    assertThat(entry.mutating()).isTrue();
    assertThat(entry.status()).isEqualTo(200);
    assertThat(entry.succeeded()).isTrue();
    assertThat(entry.arguments()).isEqualTo(Map.of("CidrBlock", "10.0.0.0/16"));
  }

  @Test
  void readsAreToldFromMutationsAndADryRunIsNoRead() throws Exception {
    call("ec2", "Action=DescribeVpcs");
    call("iam", "Action=ListRoles");
    call("iam", "Action=GetRole");
    call("sts", "Action=AssumeRole");
    call("ec2", "Action=RunInstances&DryRun=true");
    assertThat(referee.ledger().mutating())
        .singleElement()
        .matches(entry -> entry.api().equals("ec2:RunInstances") && entry.dryRun());
    assertThat(referee.ledger().counts()).hasSize(5).containsEntry("sts:AssumeRole", 1);
  }

  @Test
  void refusedWritesDoNotReachTheServiceAndAreRecorded() throws Exception {
    referee.refuseWrites(true);
    HttpResponse<String> ec2 = call("ec2", "Action=DeleteVpc&VpcId=vpc-1");
    assertThat(ec2.statusCode()).isEqualTo(403);
    assertThat(ec2.body()).contains("<Response><Errors><Error><Code>UnauthorizedOperation</Code>");
    HttpResponse<String> scaling = call("autoscaling", "Action=DeleteAutoScalingGroup");
    assertThat(scaling.body()).contains("<ErrorResponse>").contains("<Code>AccessDenied</Code>");
    assertThat(call("ec2", "Action=DescribeVpcs").statusCode()).isEqualTo(200);
    assertThat(received).containsExactly("Action=DescribeVpcs");
    assertThat(referee.ledger().mutating()).hasSize(2).allMatch(Entry::refused);
    referee.refuseWrites(false);
    assertThat(call("ec2", "Action=DeleteVpc").statusCode()).isEqualTo(200);
  }

  @Test
  void answersInChunksArriveWhole() throws Exception {
    String form = "Action=DescribeVpcs&Filler=" + "x".repeat(100_000);
    assertThat(send("/chunked", "ec2", form).body()).isEqualTo(form);
  }

  @Test
  void aHookCanDropTheReplyOfACallThatWasCarriedOut() throws Exception {
    referee.add(
        new Hook() {
          @Override
          public Verdict afterForward(Exchange exchange, int status, Optional<byte[]> body) {
            return exchange.mutating() ? Verdict.DROP : Verdict.PASS;
          }
        });
    assertThatThrownBy(() -> call("ec2", "Action=CreateVpc")).isInstanceOf(IOException.class);
    assertThat(received).isNotEmpty().allMatch("Action=CreateVpc"::equals);
    assertThat(referee.ledger().entries().getFirst().status()).isZero();
  }

  @Test
  void aHookSeesTheAnswerAndCanReplaceIt() throws Exception {
    referee.add(
        new Hook() {
          @Override
          public Verdict afterForward(Exchange exchange, int status, Optional<byte[]> body) {
            String text = new String(body.orElseThrow(), StandardCharsets.UTF_8);
            return new Verdict.Answer(503, "text/plain", text + " is too much");
          }
        });
    HttpResponse<String> answer = send("/chunked", "ec2", "Action=CreateVpc");
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.body()).isEqualTo("Action=CreateVpc is too much");
  }

  @Test
  void manyClientsAtOnceAreAllCounted() {
    IntStream.range(0, 200)
        .parallel()
        .forEach(i -> {
          try {
            call("ec2", "Action=DescribeSubnets&Page=" + i);
          } catch (Exception e) {
            throw new AssertionError(e);
          }
        });
    assertThat(referee.ledger().counts()).isEqualTo(Map.of("ec2:DescribeSubnets", 200));
    referee.ledger().clear();
    assertThat(referee.ledger().entries()).isEmpty();
  }

  private HttpResponse<String> call(String service, String form) throws Exception {
    return send("/", service, form);
  }

  private HttpResponse<String> send(String path, String service, String form) throws Exception {
    return client.send(
        HttpRequest.newBuilder(referee.uri().resolve(path))
            .header("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")
            .header(
                "Authorization",
                "AWS4-HMAC-SHA256 Credential=AKID/20260101/us-east-1/"
                    + service
                    + "/aws4_request, SignedHeaders=host, Signature=0")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
