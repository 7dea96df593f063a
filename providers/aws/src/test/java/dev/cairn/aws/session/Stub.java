package dev.cairn.aws.session;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.cairn.api.address.OperationId;
import dev.cairn.api.address.Uid;
import dev.cairn.api.plan.Action;
import dev.cairn.api.provider.Session;
import dev.cairn.api.provider.Target;
import dev.cairn.api.resource.Ownership;
import dev.cairn.api.value.Value;
import dev.cairn.aws.AwsProvider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A server that answers what it was told to, in order, and remembers what it was asked.
final class Stub implements AutoCloseable {
  private static final String EMPTY = "<Response><requestId>req-0</requestId></Response>";
  private final HttpServer server;
  private final Deque<Reply> replies = new ArrayDeque<>();
  private final List<Map<String, String>> requests =
      Collections.synchronizedList(new ArrayList<>());
  private Reply otherwise = new Reply(200, EMPTY);

  private record Reply(int status, String body) {}

  Stub() {
    System.setProperty("aws.accessKeyId", "test");
    System.setProperty("aws.secretAccessKey", "secret-of-the-test");
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::answer);
    server.start();
  }

  /// The next answer.
  Stub then(int status, String body) {
    replies.add(new Reply(status, body));
    return this;
  }

  /// The next request is taken and not answered.
  Stub thenNothing() {
    return then(0, "");
  }

  /// What is answered when nothing else is left.
  Stub always(int status, String body) {
    otherwise = new Reply(status, body);
    return this;
  }

  Stub thenError(int status, String code) {
    return then(
        status,
        "<Response><Errors><Error><Code>"
            + code
            + "</Code><Message>in words</Message></Error></Errors>"
            + "<RequestID>req-1</RequestID></Response>");
  }

  List<Map<String, String>> requests() {
    return List.copyOf(requests);
  }

  List<String> calls() {
    return requests().stream().map(request -> request.get("Action")).toList();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  Session session() {
    AwsProvider provider = new AwsProvider(Map.of());
    return provider.open(
        provider.scope(
            Value.Fields.of(
                Map.of("region", Value.text("us-east-1"), "endpoint", Value.text(url())))));
  }

  /// The object with an id, as a step that updates it sees it.
  static Target target(String id, Value.Fields attributes) {
    return new Target(id, attributes, ownership(), Action.UPDATE, 0, 1);
  }

  /// What is about to be created.
  static Target fresh(Value.Fields attributes) {
    return new Target(null, attributes, ownership(), Action.CREATE, 0, 1);
  }

  static Ownership ownership() {
    return new Ownership(
        "lineage", "stack/default", new Uid("uid"), new OperationId("run", 7), "vpc");
  }

  private void answer(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    requests.add(parameters(body));
    Reply reply = replies.isEmpty() ? otherwise : replies.poll();
    if (reply.status() != 0) {
      byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().add("Content-Type", "text/xml");
      exchange.sendResponseHeaders(reply.status(), bytes.length);
      exchange.getResponseBody().write(bytes);
    }
    exchange.close();
  }

  private static Map<String, String> parameters(String body) {
    Map<String, String> parameters = new TreeMap<>();
    for (String pair : body.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        parameters.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
      }
    }
    return parameters;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
