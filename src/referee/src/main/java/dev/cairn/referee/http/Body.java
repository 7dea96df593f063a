package dev.cairn.referee.http;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/// How the end of a message's body is found (RFC 9112, section 6.3).
public sealed interface Body {
  record None() implements Body {}

  record Length(long bytes) implements Body {}

  record Chunked() implements Body {}

  record UntilClose() implements Body {}

  /// Takes bytes.
  @FunctionalInterface
  interface Sink {
    void write(byte[] bytes) throws IOException;
  }

  static Body ofRequest(Head head) throws IOException {
    return stated(head, new None());
  }

  /// @param method of the request: the answer to a HEAD has no body
  static Body ofResponse(Head head, String method) throws IOException {
    int status = head.status();
    boolean none = method.equals("HEAD") || status < 200 || status == 204 || status == 304;
    return none ? new None() : stated(head, new UntilClose());
  }

  private static Body stated(Head head, Body otherwise) throws IOException {
    if (head.says("Transfer-Encoding", "chunked")) {
      return new Chunked();
    }
    String length = head.header("Content-Length").orElse("");
    try {
      return length.isEmpty() ? otherwise : new Length(Long.parseLong(length));
    } catch (NumberFormatException e) {
      throw new IOException("not a length: " + length, e);
    }
  }

  /// Passes the body on as it comes, its framing included.
  default void copy(Wire from, Sink to) throws IOException {
    switch (this) {
      case None ignored -> {}
      case Length(long bytes) -> exactly(bytes, from, to);
      case Chunked ignored -> chunks(from, to);
      case UntilClose ignored -> {
        for (byte[] next = from.read(Long.MAX_VALUE);
            next != null;
            next = from.read(Long.MAX_VALUE)) {
          to.write(next);
        }
      }
    }
  }

  /// Reads the whole body, its framing included.
  default byte[] read(Wire from) throws IOException {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    copy(from, whole::writeBytes);
    return whole.toByteArray();
  }

  /// The content of a body that [#read] gave: without its framing.
  default byte[] content(byte[] framed) {
    return this instanceof Chunked ? joined(framed) : framed;
  }

  private static void exactly(long bytes, Wire from, Sink to) throws IOException {
    long left = bytes;
    while (left > 0) {
      byte[] next = from.read(left);
      if (next == null) {
        throw new EOFException("the connection ends " + left + " bytes before the body does");
      }
      to.write(next);
      left -= next.length;
    }
  }

  private static void chunks(Wire from, Sink to) throws IOException {
    long size;
    do {
      byte[] line = needed(from);
      to.write(line);
      size = size(new String(line, StandardCharsets.ISO_8859_1));
      if (size > 0) {
        exactly(size + 2, from, to);
      }
    } while (size > 0);
    byte[] trailer;
    do {
      trailer = needed(from);
      to.write(trailer);
    } while (!new String(trailer, StandardCharsets.ISO_8859_1).isBlank());
  }

  private static byte[] needed(Wire from) throws IOException {
    byte[] line = from.line();
    if (line == null) {
      throw new EOFException("the connection ends between chunks");
    }
    return line;
  }

  private static long size(String line) throws IOException {
    String digits = line.split(";", 2)[0].strip();
    try {
      return Long.parseLong(digits, 16);
    } catch (NumberFormatException e) {
      throw new IOException("not the size of a chunk: " + digits, e);
    }
  }

  private static byte[] joined(byte[] framed) {
    String text = new String(framed, StandardCharsets.ISO_8859_1);
    StringBuilder joined = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      int end = text.indexOf('\n', at);
      int size = Integer.parseInt(text.substring(at, end).split(";", 2)[0].strip(), 16);
      joined.append(text, end + 1, end + 1 + size);
      at = size == 0 ? text.length() : end + 1 + size + 2;
    }
    return joined.toString().getBytes(StandardCharsets.ISO_8859_1);
  }
}
