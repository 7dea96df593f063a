package dev.cairn.referee;

import dev.cairn.referee.http.Head;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.SortedMap;

/// The Docker Engine API. Reads are GET and HEAD, and the two operations that use POST for a
/// question.
final class DockerDialect implements Dialect {
  private static final Set<String> READING_METHODS = Set.of("GET", "HEAD", "OPTIONS");
  private static final Set<String> READING = Set.of("ContainerWait", "SystemAuth");
  private static final long LONGEST_BODY = 1 << 20;

  @Override
  public Exchange read(Head head, byte[] content) {
    String method = head.word(0);
    String path = Parameters.path(head.word(1));
    String name = DockerOperations.name(method, path);
    SortedMap<String, String> arguments = Parameters.read(Parameters.query(head.word(1)));
    arguments.put("path", path);
    if (content.length > 0) {
      arguments.put("body", Parameters.cut(new String(content, StandardCharsets.UTF_8)));
    }
    boolean mutating = !READING_METHODS.contains(method) && !READING.contains(name);
    return new Exchange(method, head.word(1), "docker:" + name, mutating, false, arguments);
  }

  @Override
  public boolean reads(Head head) {
    long length = head.header("Content-Length").map(Long::parseLong).orElse(0L);
    return head.says("Content-Type", "json") && length > 0 && length <= LONGEST_BODY;
  }

  @Override
  public boolean holdsAnswers() {
    return false;
  }

  @Override
  public Verdict refusal(Head head, Exchange exchange) {
    String text =
        exchange.api() + " is not allowed: the referee lets reads through, and nothing else";
    return new Verdict.Answer(403, "application/json", "{\"message\":\"" + text + "\"}\n");
  }
}
