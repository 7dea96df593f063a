package dev.cairn.dist;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Stands in for AWS and for a Docker engine while a cache is trained: it knows no object, answers
/// every read, and refuses everything else at once.
final class Stub implements AutoCloseable {
  private static final Pattern ACTION = Pattern.compile("(?:^|&)Action=([A-Za-z]+)");
  private static final Map<String, String> ENGINE =
      Map.of(
          "info", "{\"ID\":\"TRAIN\",\"Name\":\"stub\",\"ServerVersion\":\"27.0.0\"}",
          "version", "{\"Version\":\"27.0.0\",\"ApiVersion\":\"1.44\",\"Os\":\"linux\"}",
          "_ping", "OK",
          "volumes", "{\"Volumes\":[]}");

  private final HttpServer server;

  Stub() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  int port() {
    return server.getAddress().getPort();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    Matcher action = ACTION.matcher(body);
    if (action.find()) {
      aws(exchange, action.group(1));
    } else {
      engine(exchange);
    }
  }

  private static void aws(HttpExchange exchange, String action) throws IOException {
    boolean read = action.startsWith("Describe") || action.startsWith("Get");
    String text =
        read
            ? "<%1$sResponse><requestId>r</requestId><%1$sResult><Account>111122223333</Account></%1$sResult></%1$sResponse>"
                .formatted(action)
            : "<Response><Errors><Error><Code>UnauthorizedOperation</Code><Message>no</Message></Error></Errors><RequestID>r</RequestID></Response>";
    send(exchange, read ? 200 : 403, "text/xml", text);
  }

  private static void engine(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String last = path.substring(path.lastIndexOf('/') + 1);
    if (!exchange.getRequestMethod().equals("GET")) {
      send(exchange, 403, "application/json", "{\"message\":\"no\"}");
    } else if (ENGINE.containsKey(last)) {
      send(exchange, 200, "application/json", ENGINE.getOrDefault(last, ""));
    } else if (last.equals("json") || last.equals("networks")) {
      send(exchange, 200, "application/json", "[]");
    } else {
      send(exchange, 404, "application/json", "{\"message\":\"no such object\"}");
    }
  }

  private static void send(HttpExchange exchange, int status, String type, String text)
      throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
