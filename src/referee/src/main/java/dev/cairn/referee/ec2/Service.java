package dev.cairn.referee.ec2;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.w3c.dom.Element;

/// The EC2 that the referee stands before, asked by the referee itself: what is there decides
/// whether a call may pass.
final class Service {
  private static final String SCOPE =
      "AWS4-HMAC-SHA256 Credential=referee/20260101/us-east-1/ec2/aws4_request";

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI endpoint;

  Service(URI endpoint) {
    this.endpoint = Objects.requireNonNull(endpoint, "endpoint");
  }

  /// Everything of one kind.
  List<Element> all(String action) {
    return ask("Action=%s&Version=2016-11-15".formatted(action));
  }

  /// What a filter with one value lets through.
  List<Element> where(String action, String filter, String value) {
    return ask(
        "Action=%s&Version=2016-11-15&Filter.1.Name=%s&Filter.1.Value.1=%s"
            .formatted(
                action,
                URLEncoder.encode(filter, StandardCharsets.UTF_8),
                URLEncoder.encode(value, StandardCharsets.UTF_8)));
  }

  private List<Element> ask(String form) {
    HttpRequest request =
        HttpRequest.newBuilder(endpoint)
            .header("Authorization", SCOPE)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build();
    try {
      HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
      if (answer.statusCode() != 200) {
        String body = new String(answer.body(), StandardCharsets.UTF_8);
        throw new IOException(form + " " + answer.statusCode() + " " + body);
      }
      return Listing.read(answer.body()).items();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
