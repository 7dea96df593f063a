package dev.cairn.codec;

import dev.cairn.api.value.Value;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/// Writes plain values, compact or for people.
final class JsonWriter {
  private static final int LINE = 80;
  private final StringBuilder out = new StringBuilder();

  void compact(Value value) {
    switch (value) {
      case Value.Items(List<Value> items) -> compact(items);
      case Value.Fields fields -> compact(fields);
      case Value.Text(String text) -> text(text);
      case Value.Whole(long number) -> out.append(number);
      case Value.Decimal(double number) -> out.append(Numbers.ecmaScript(number));
      case Value.Flag(boolean on) -> out.append(on);
      case Value.Ref ignored -> throw notPlain("a reference");
      case Value.Unknown ignored -> throw notPlain("an unknown value");
      case Value.Sensitive ignored -> throw notPlain("a sensitive value");
    }
  }

  private void compact(List<Value> items) {
    out.append('[');
    for (Iterator<Value> each = items.iterator(); each.hasNext(); ) {
      compact(each.next());
      out.append(each.hasNext() ? "," : "");
    }
    out.append(']');
  }

  private void compact(Value.Fields fields) {
    out.append('{');
    for (var each = fields.fields().entrySet().iterator(); each.hasNext(); ) {
      Map.Entry<String, Value> field = each.next();
      text(field.getKey());
      out.append(':');
      compact(field.getValue());
      out.append(each.hasNext() ? "," : "");
    }
    out.append('}');
  }

  void pretty(Value value, int depth) {
    switch (value) {
      case Value.Items(List<Value> items) when !items.isEmpty() -> pretty(items, depth);
      case Value.Fields fields when !fields.fields().isEmpty() -> pretty(fields, depth);
      default -> compact(value);
    }
  }

  private void pretty(List<Value> items, int depth) {
    if (items.stream().noneMatch(JsonWriter::holdsValues) && line(items)) {
      return;
    }
    out.append('[');
    for (Iterator<Value> each = items.iterator(); each.hasNext(); ) {
      newline(depth + 1);
      pretty(each.next(), depth + 1);
      out.append(each.hasNext() ? "," : "");
    }
    newline(depth);
    out.append(']');
  }

  /// Writes a list on one line; takes it back where it turns out too long.
  private boolean line(List<Value> items) {
    int start = out.length();
    out.append('[');
    for (Iterator<Value> each = items.iterator(); each.hasNext(); ) {
      compact(each.next());
      out.append(each.hasNext() ? ", " : "]");
      if (out.length() - start > LINE) {
        out.setLength(start);
        return false;
      }
    }
    return true;
  }

  private void pretty(Value.Fields fields, int depth) {
    out.append('{');
    for (var each = fields.fields().entrySet().iterator(); each.hasNext(); ) {
      Map.Entry<String, Value> field = each.next();
      newline(depth + 1);
      text(field.getKey());
      out.append(": ");
      pretty(field.getValue(), depth + 1);
      out.append(each.hasNext() ? "," : "");
    }
    newline(depth);
    out.append('}');
  }

  private void newline(int depth) {
    out.append('\n').repeat("  ", depth);
  }

  private static boolean holdsValues(Value value) {
    return value instanceof Value.Items || value instanceof Value.Fields;
  }

  private void text(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      character(text, i);
    }
    out.append('"');
  }

  private void character(String text, int at) {
    char c = text.charAt(at);
    switch (c) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\b' -> out.append("\\b");
      case '\f' -> out.append("\\f");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      default -> {
        if (c < ' ' || (Character.isSurrogate(c) && !paired(text, at))) {
          out.append("\\u");
          for (int shift = 12; shift >= 0; shift -= 4) {
            out.append(Character.forDigit((c >> shift) & 15, 16));
          }
        } else {
          out.append(c);
        }
      }
    }
  }

  private static boolean paired(String text, int at) {
    return Character.isHighSurrogate(text.charAt(at))
        ? at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1))
        : at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
  }

  private static IllegalArgumentException notPlain(String what) {
    return new IllegalArgumentException("JSON has no form for " + what + " by itself");
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
