package dev.cairn.api.address;

import dev.cairn.api.address.Address.Part;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads the text form of an address, one character after the other.
final class AddressReader {
  private final String text;
  private int at;

  private AddressReader(String text) {
    this.text = text;
  }

  static List<Part> parts(String text) {
    AddressReader reader = new AddressReader(text);
    List<Part> parts = new ArrayList<>();
    do {
      parts.add(reader.part());
    } while (reader.skip('.'));
    if (reader.at != text.length()) {
      throw reader.wrong("expected '.' or '['");
    }
    return parts;
  }

  private Part part() {
    int start = at;
    while (at < text.length()
        && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_')) {
      at++;
    }
    if (at == start) {
      throw wrong("expected a name");
    }
    String name = text.substring(start, at);
    return new Part(name, skip('[') ? key() : null);
  }

  private @Nullable String key() {
    char quote = at < text.length() ? text.charAt(at) : ']';
    String key = quote == '"' || quote == '\'' ? quoted(quote) : bare();
    if (!skip(']')) {
      throw wrong("expected ']'");
    }
    return key;
  }

  private String bare() {
    int end = text.indexOf(']', at);
    if (end <= at) {
      throw wrong("expected a key");
    }
    String key = text.substring(at, end);
    at = end;
    return key;
  }

  private String quoted(char quote) {
    StringBuilder key = new StringBuilder();
    for (at++; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == quote) {
        at++;
        return key.toString();
      }
      key.append(c == '\\' ? escaped() : c);
    }
    throw wrong("expected " + quote);
  }

  private char escaped() {
    at++;
    char c = at < text.length() ? text.charAt(at) : ' ';
    return switch (c) {
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> {
        if (at + 4 >= text.length()) {
          throw wrong("expected four hexadecimal digits");
        }
        char code = (char) Integer.parseInt(text.substring(at + 1, at + 5), 16);
        at += 4;
        yield code;
      }
      default -> c;
    };
  }

  private boolean skip(char c) {
    if (at < text.length() && text.charAt(at) == c) {
      at++;
      return true;
    }
    return false;
  }

  private IllegalArgumentException wrong(String expected) {
    return new IllegalArgumentException(
        "not an address: " + text + " (" + expected + " at column " + (at + 1) + ")");
  }
}
