package dev.cairn.codec;

import dev.cairn.api.diagnostic.DiagnosticException;
import dev.cairn.api.value.Value;

/// The state's file of something that is no resource: the pinned answer of a lookup, or the
/// outputs. Thread-safe.
public final class ContentFormat {
  private static final Document DOCUMENT =
      new Document("file of the state", "format", 1, "CRN4001", "CRN4003");

  private final Seal seal;

  public ContentFormat(Seal seal) {
    this.seal = seal;
  }

  public String write(Value.Fields content) {
    return DOCUMENT.write(Value.Fields.of("content", Values.encode(content, seal)));
  }

  /// @param where names the file in messages
  /// @throws DiagnosticException for a newer format (CRN4001) and for a damaged file (CRN4003)
  public Value.Fields read(String text, String where) {
    return DOCUMENT.read(
        text, where, fields -> Values.fields(Values.decode(fields.fields("content"))));
  }
}
