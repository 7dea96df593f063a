package dev.cairn.docker.remote;

import com.github.dockerjava.transport.DockerHttpClient;
import dev.cairn.docker.remote.Exchange.Answered;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/// One exchange over docker-java's transport.
///
/// The HTTP client beneath retries by itself what it takes for idempotent, unless the body can be
/// read only once. A mutating request is sent once: a DELETE therefore has an empty body of that
/// kind. A POST without a body is none that it repeats.
final class Transport {
  private Transport() {}

  static Exchange run(DockerHttpClient client, Request request) throws IOException {
    DockerHttpClient.Request.Builder http =
        DockerHttpClient.Request.builder()
            .putHeader("Accept", "application/json")
            .path(request.path());
    http = http.method(request.method());
    if (request.body() != null) {
      http.putHeader("Content-Type", "application/json")
          .body(new ByteArrayInputStream(Json.write(request.body())));
    } else if (request.method().equals("DELETE")) {
      http.body(new ByteArrayInputStream(new byte[0]));
    }
    try (DockerHttpClient.Response response = client.execute(http.build())) {
      boolean good = response.getStatusCode() == 200;
      boolean stream = request.shape() == Shape.PROGRESS && good;
      InputStream body = response.getBody();
      byte[] content = stream ? outcome(body) : body.readAllBytes();
      return Answered.understood(
          request,
          new Answered(
              response.getStatusCode(),
              good && request.shape() == Shape.BYTES ? Content.raw(content) : Content.json(content),
              date(response.getHeader("Date")),
              response.getHeader("Api-Version")));
    }
  }

  /// The last line of a stream of progress that tells of an error, else the last line.
  private static byte[] outcome(InputStream body) throws IOException {
    BufferedReader lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
    String last = "";
    String error = "";
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      last = line;
      error = line.contains("\"error") ? line : error;
    }
    return (error.isEmpty() ? last : error).getBytes(StandardCharsets.UTF_8);
  }

  private static @Nullable Instant date(@Nullable String text) {
    try {
      return text == null
          ? null
          : ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
    } catch (DateTimeParseException e) {
      return null;
    }
  }
}
