package dev.cairn.referee;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.UnaryOperator;

/// What becomes of a request or its answer.
public sealed interface Verdict {
  /// It goes on as it is.
  record Pass() implements Verdict {}

  /// The referee answers in the service's place.
  record Answer(int status, String contentType, String body) implements Verdict {
    public Answer {
      Objects.requireNonNull(contentType, "contentType");
      Objects.requireNonNull(body, "body");
    }

    byte[] bytes(boolean withBody) {
      byte[] content = body.getBytes(StandardCharsets.UTF_8);
      String head =
          "HTTP/1.1 %d Referee\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n"
              .formatted(status, contentType, content.length);
      byte[] first = head.getBytes(StandardCharsets.ISO_8859_1);
      byte[] whole = Arrays.copyOf(first, first.length + (withBody ? content.length : 0));
      if (withBody) {
        System.arraycopy(content, 0, whole, first.length, content.length);
      }
      return whole;
    }
  }

  /// The connection is closed without an answer.
  record Drop() implements Verdict {}

  /// It goes on with another form in its body.
  record Rewrite(UnaryOperator<String> form) implements Verdict {
    public Rewrite {
      Objects.requireNonNull(form, "form");
    }
  }

  Verdict PASS = new Pass();
  Verdict DROP = new Drop();
}
