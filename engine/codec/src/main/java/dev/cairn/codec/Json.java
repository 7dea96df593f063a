package dev.cairn.codec;

import dev.cairn.api.value.Value;

/// JSON as plain values: text, numbers, flags, lists and objects. What is unknown, sensitive or a
/// reference has a written form of its own: see [Values].
public final class Json {
  private Json() {}

  /// Reads one document. Integral numbers are [Value.Whole] (beyond 64 bits: [Value.Decimal]),
  /// others [Value.Decimal]. A field that is null is absent.
  ///
  /// @throws JsonException for anything else than one JSON document, for duplicate keys, for null
  ///   in a list, and for nesting that no file of ours has
  public static Value read(String text) {
    return JsonReader.read(text);
  }

  /// Reads one document in UTF-8.
  ///
  /// @throws JsonException as [#read(String)] does
  public static Value read(byte[] utf8) {
    return JsonReader.read(utf8);
  }

  /// The form of RFC 8785: no white space, keys ordered by UTF-16 units, numbers as ECMAScript
  /// writes them. Two deviations: whole numbers beyond 2^53 keep all their digits, and an unpaired
  /// surrogate is written as an escape.
  ///
  /// @throws IllegalArgumentException for a value that is not plain
  public static String canonical(Value plain) {
    JsonWriter out = new JsonWriter();
    out.compact(plain);
    return out.toString();
  }

  /// For files that people read and compare: keys in the canonical order, one field a line, two
  /// spaces a level, a newline at the end. A list of scalars is on one line where it is short. What
  /// cannot be seen is escaped ([Printable]), which reads as the same value.
  ///
  /// @throws IllegalArgumentException for a value that is not plain
  public static String pretty(Value plain) {
    JsonWriter out = new JsonWriter();
    out.pretty(plain, 0);
    return Printable.text(out + "\n");
  }
}
