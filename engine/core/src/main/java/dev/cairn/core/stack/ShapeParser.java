package dev.cairn.core.stack;

import dev.cairn.api.value.Shape;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// Reads the type of a variable: `string`, `map(list(int))`, `object({a: string, b?: int})`.
final class ShapeParser {
  private final String text;
  private int at;

  private ShapeParser(String text) {
    this.text = text;
  }

  /// @throws IllegalArgumentException with what was expected, and the column
  static Shape parse(String text) {
    ShapeParser parser = new ShapeParser(text);
    Shape shape = parser.shape();
    parser.spaces();
    if (parser.at < text.length()) {
      throw parser.expected("nothing more");
    }
    return shape;
  }

  private Shape shape() {
    String word = word();
    return switch (word) {
      case "string" -> Shape.Scalar.STRING;
      case "bool" -> Shape.Scalar.BOOL;
      case "int" -> Shape.Scalar.INT;
      case "number" -> Shape.Scalar.NUMBER;
      case "any" -> Shape.Scalar.ANY;
      case "list" -> new Shape.ListOf(inner(), false);
      case "set" -> new Shape.ListOf(inner(), true);
      case "map" -> new Shape.MapOf(inner());
      case "object" -> object();
      default -> {
        at -= word.length();
        throw expected("string, bool, int, number, any, list(T), set(T), map(T) or object({…})");
      }
    };
  }

  private Shape inner() {
    take('(');
    Shape shape = shape();
    take(')');
    return shape;
  }

  private Shape object() {
    take('(');
    take('{');
    SortedMap<String, Shape> fields = new TreeMap<>();
    Set<String> optional = new TreeSet<>();
    while (!next('}')) {
      String name = word();
      if (name.isEmpty() || fields.containsKey(name)) {
        throw expected("a name of its own for each field");
      }
      if (next('?')) {
        at++;
        optional.add(name);
      }
      take(':');
      fields.put(name, shape());
      if (!next('}')) {
        take(',');
      }
    }
    take('}');
    take(')');
    return new Shape.ObjectOf(fields, optional);
  }

  private String word() {
    spaces();
    int start = at;
    while (at < text.length()
        && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_')) {
      at++;
    }
    return text.substring(start, at);
  }

  private boolean next(char c) {
    spaces();
    return at < text.length() && text.charAt(at) == c;
  }

  private void take(char c) {
    if (!next(c)) {
      throw expected("`" + c + "`");
    }
    at++;
  }

  private void spaces() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  private IllegalArgumentException expected(String what) {
    return new IllegalArgumentException("expected " + what + " at column " + (at + 1));
  }
}
