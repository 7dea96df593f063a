package dev.cairn.referee.http;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/// The first line and the headers of a message, in their order.
///
/// @param lines without line breaks; the first is the request or status line
public record Head(List<String> lines) {
  public Head {
    lines = List.copyOf(lines);
    if (lines.isEmpty()) {
      throw new IllegalArgumentException("a message begins with a line");
    }
  }

  /// Reads a head; empty where the connection ends before one begins.
  public static Optional<Head> read(Wire wire) throws IOException {
    List<String> lines = new ArrayList<>();
    while (true) {
      byte[] line = wire.line();
      if (line == null) {
        if (lines.isEmpty()) {
          return Optional.empty();
        }
        throw new EOFException("the connection ends inside of headers");
      }
      String text = new String(line, StandardCharsets.ISO_8859_1).stripTrailing();
      if (!text.isEmpty()) {
        lines.add(text);
      } else if (!lines.isEmpty()) {
        return Optional.of(new Head(lines));
      }
    }
  }

  public String first() {
    return lines.getFirst();
  }

  /// One of the words of the first line, from 0; empty where there is none.
  public String word(int number) {
    String[] words = first().split(" ", 3);
    return number < words.length ? words[number] : "";
  }

  /// The status of a response.
  public int status() throws IOException {
    try {
      return Integer.parseInt(word(1));
    } catch (NumberFormatException e) {
      throw new IOException("not a status line: " + first(), e);
    }
  }

  public Optional<String> header(String name) {
    String prefix = name.toLowerCase(Locale.ROOT) + ":";
    return lines.stream()
        .skip(1)
        .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(prefix))
        .map(line -> line.substring(prefix.length()).strip())
        .findFirst();
  }

  /// Whether a header is there and holds a word, in any case.
  public boolean says(String name, String word) {
    return header(name).map(text -> text.toLowerCase(Locale.ROOT)).orElse("").contains(word);
  }

  public Head without(String name) {
    String prefix = name.toLowerCase(Locale.ROOT) + ":";
    return new Head(
        lines.stream()
            .filter(line ->
                Objects.equals(line, first()) || !line.toLowerCase(Locale.ROOT).startsWith(prefix))
            .toList());
  }

  /// With a body of another length, in one piece.
  public Head withLength(int bytes) {
    List<String> changed =
        new ArrayList<>(without("Content-Length").without("Transfer-Encoding").lines());
    changed.add("Content-Length: " + bytes);
    return new Head(changed);
  }

  public byte[] bytes() {
    return (String.join("\r\n", lines) + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1);
  }
}
