package dev.cairn.referee;

import dev.cairn.referee.http.Head;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// AWS's query protocols (EC2, Auto Scaling, IAM, STS: `Action` is a parameter) and its JSON
/// protocols (the action is in `X-Amz-Target`). The service is the one that the request was signed
/// for.
final class AwsDialect implements Dialect {
  private static final Pattern SIGNED_FOR =
      Pattern.compile("Credential=[^/]*/[^/]*/[^/]*/([^/]*)/aws4_request");

  private static final Pattern READING = Pattern.compile("(Describe|Get|List).*");

  @Override
  public Exchange read(Head head, byte[] content) {
    SortedMap<String, String> arguments =
        new TreeMap<>(Parameters.read(Parameters.query(head.word(1))));
    String body = new String(content, StandardCharsets.UTF_8);
    if (head.says("Content-Type", "x-www-form-urlencoded")) {
      arguments.putAll(Parameters.read(body));
    } else if (!body.isEmpty()) {
      arguments.put("body", Parameters.cut(body));
    }
    String named = arguments.remove("Action");
    arguments.remove("Version");
    String action = named == null ? target(head) : named;
    String service = service(head);
    boolean mutating = !service.equals("sts") && !READING.matcher(action).matches();
    boolean dryRun = "true".equalsIgnoreCase(arguments.get("DryRun"));
    return new Exchange(
        head.word(0), head.word(1), service + ":" + action, mutating, dryRun, arguments);
  }

  @Override
  public boolean reads(Head head) {
    return true;
  }

  @Override
  public boolean holdsAnswers() {
    return true;
  }

  @Override
  public Verdict refusal(Head head, Exchange exchange) {
    String text =
        exchange.api() + " is not allowed: the referee lets reads through, and nothing else";
    if (head.header("X-Amz-Target").isPresent()) {
      return new Verdict.Answer(
          403,
          "application/x-amz-json-1.1",
          "{\"__type\":\"AccessDeniedException\",\"message\":\"" + text + "\"}");
    }
    String body =
        exchange.api().startsWith("ec2:")
            ? """
            <Response><Errors><Error><Code>UnauthorizedOperation</Code>\
            <Message>%s</Message></Error></Errors><RequestID>referee</RequestID></Response>\
            """
            : """
            <ErrorResponse><Error><Type>Sender</Type><Code>AccessDenied</Code>\
            <Message>%s</Message></Error><RequestId>referee</RequestId></ErrorResponse>\
            """;
    return new Verdict.Answer(403, "text/xml", body.formatted(text));
  }

  /// `TARGET.Action`; the method and path where there is no target.
  private static String target(Head head) {
    return head.header("X-Amz-Target")
        .map(text -> text.substring(text.lastIndexOf('.') + 1))
        .orElse(head.word(0) + " " + Parameters.path(head.word(1)));
  }

  private static String service(Head head) {
    Matcher signed = SIGNED_FOR.matcher(head.header("Authorization").orElse(""));
    return signed.find() ? signed.group(1) : "unsigned";
  }
}
