package dev.cairn.codec;

import dev.cairn.api.diagnostic.Diagnostic;
import dev.cairn.api.diagnostic.DiagnosticException;
import dev.cairn.api.value.Value;
import java.util.function.Function;

/// A kind of JSON file that carries the number of its format.
///
/// A format above 1 also has `needs`: the first version of Cairn that reads it.
///
/// @param kind as messages call it: `plan file`
/// @param field the field with the format's number
/// @param format the newest one that this program reads and the one that it writes
/// @param newer the code for a format that is newer
/// @param damaged the code for a file that cannot be read
record Document(String kind, String field, int format, String newer, String damaged) {
  private static final String NEEDS = "needs";

  String write(Value.Fields content) {
    return Json.pretty(content.with(field, new Value.Whole(format)));
  }

  /// @param where names the file in messages
  /// @throws DiagnosticException for a newer format and for anything that cannot be read
  <T> T read(String text, String where, Function<Value.Fields, T> content) {
    try {
      Value.Fields fields = Values.fields(Json.read(text));
      check(fields, where);
      return content.apply(fields.without(field).without(NEEDS));
    } catch (JsonException | CodecException e) {
      throw new DiagnosticException(
          Diagnostic.error(damaged, "a " + kind + " cannot be read", where + ": " + e.getMessage())
              .suggest("restore the file from an earlier version"));
    }
  }

  private void check(Value.Fields fields, String where) {
    long found =
        fields.whole(field).orElseThrow(() -> new CodecException(field, "a number is expected"));
    if (found < 1) {
      throw new CodecException(field, "there is no such format");
    }
    if (found > format) {
      throw new DiagnosticException(
          Diagnostic.error(
                  newer,
                  "a " + kind + " was written by a newer Cairn",
                  where + " has format " + found + "; this Cairn reads up to " + format)
              .suggest(
                  fields
                      .text(NEEDS)
                      .map(version -> "install Cairn " + version + " or newer")
                      .orElse("install the version of Cairn that wrote it, or a newer one")));
    }
  }
}
