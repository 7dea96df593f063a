package dev.cairn.docker.remote;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/// The last lines that a container has written.
final class Logs {
  private static final int HEADER = 8;

  private Logs() {}

  /// Empty where there are none, or the logging driver keeps none that can be read.
  static Optional<String> tail(Engine engine, String container) {
    Request request =
        Request.get(
                "docker:ContainerLogs",
                "/containers/" + container + "/logs?stdout=1&stderr=1&tail=10")
            .answeredBy(Shape.BYTES)
            .within(Duration.ofSeconds(10));
    return engine.exchange(request) instanceof Exchange.Answered answer && answer.good()
        ? Optional.of(text(answer.body().bytes()).strip()).filter(text -> !text.isEmpty())
        : Optional.empty();
  }

  /// Without a terminal the stream is frames: one byte for the stream, three zeros, four bytes of
  /// length.
  static String text(byte[] stream) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteBuffer in = ByteBuffer.wrap(stream);
    while (in.remaining() >= HEADER
        && in.get(in.position()) <= 2
        && in.get(in.position() + 1) == 0) {
      int length = Math.min(in.getInt(in.position() + 4), in.limit() - in.position() - HEADER);
      out.write(stream, in.position() + HEADER, length);
      in.position(in.position() + HEADER + length);
    }
    out.write(stream, in.position(), in.remaining());
    return out.toString(StandardCharsets.UTF_8);
  }
}
