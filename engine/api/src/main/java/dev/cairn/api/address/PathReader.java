package dev.cairn.api.address;

import java.util.ArrayList;
import java.util.List;

/// Reads the text form of a path, one character after the other.
final class PathReader {
  private final String text;
  private int at;

  private PathReader(String text) {
    this.text = text;
  }

  static List<String> keys(String text) {
    PathReader reader = new PathReader(text);
    List<String> keys = new ArrayList<>();
    while (reader.at < text.length()) {
      keys.add(reader.key(keys.isEmpty()));
    }
    return keys;
  }

  private String key(boolean first) {
    if (text.startsWith("[\"", at)) {
      at += 2;
      return quoted();
    }
    if (!first && text.charAt(at++) != '.') {
      throw wrong();
    }
    int start = at;
    while (at < text.length() && text.charAt(at) != '.' && text.charAt(at) != '[') {
      at++;
    }
    if (at == start) {
      throw wrong();
    }
    return text.substring(start, at);
  }

  private String quoted() {
    StringBuilder key = new StringBuilder();
    for (; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '"' && text.startsWith("]", at + 1)) {
        at += 2;
        return key.toString();
      }
      if (c == '\\' && at + 1 < text.length()) {
        at++;
      }
      key.append(text.charAt(at));
    }
    throw wrong();
  }

  private IllegalArgumentException wrong() {
    return new IllegalArgumentException("not a path: " + text + " (at column " + (at + 1) + ")");
  }
}
