package dev.cairn.codec;

import dev.cairn.api.diagnostic.DiagnosticException;
import dev.cairn.api.value.Value;

/// The file at the state's root: its format and its lineage.
public final class RootFormat {
  private static final Document DOCUMENT =
      new Document("root of the state", "format", 1, "CRN4001", "CRN4003");

  private RootFormat() {}

  public static String write(String lineage) {
    return DOCUMENT.write(Value.Fields.of("lineage", new Value.Text(lineage)));
  }

  /// The lineage.
  ///
  /// @param where names the file in messages
  /// @throws DiagnosticException for a newer format (CRN4001) and for a damaged file (CRN4003)
  public static String read(String text, String where) {
    return DOCUMENT.read(text, where, fields -> Texts.required(fields, "lineage"));
  }
}
