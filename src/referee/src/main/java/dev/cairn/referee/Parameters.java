package dev.cairn.referee;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;

/// Form parameters, in a query or in a body.
final class Parameters {
  private static final int LONGEST = 4000;

  private Parameters() {}

  /// The path of a request line without its query.
  static String path(String target) {
    int query = target.indexOf('?');
    return query < 0 ? target : target.substring(0, query);
  }

  /// The query of a request line; empty where it has none.
  static String query(String target) {
    int query = target.indexOf('?');
    return query < 0 ? "" : target.substring(query + 1);
  }

  static SortedMap<String, String> read(String form) {
    SortedMap<String, String> parameters = new TreeMap<>();
    for (String part : form.split("&", -1)) {
      int equals = part.indexOf('=');
      if (!part.isEmpty()) {
        String name = equals < 0 ? part : part.substring(0, equals);
        parameters.put(decoded(name), equals < 0 ? "" : cut(decoded(part.substring(equals + 1))));
      }
    }
    return parameters;
  }

  static String cut(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }
}
