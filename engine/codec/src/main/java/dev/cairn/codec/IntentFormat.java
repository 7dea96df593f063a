package dev.cairn.codec;

import dev.cairn.api.diagnostic.DiagnosticException;
import dev.cairn.api.state.Intent;

/// The state's file of an open run: what it is about to do. Thread-safe.
public final class IntentFormat {
  private static final Document DOCUMENT =
      new Document("record of a run", "format", 1, "CRN4001", "CRN4003");

  private final Records records;

  public IntentFormat(Seal seal) {
    this.records = new Records(seal);
  }

  public String write(Intent intent) {
    return DOCUMENT.write(Values.fields(records.encode(intent)));
  }

  /// @param where names the file in messages
  /// @throws DiagnosticException for a newer format (CRN4001) and for a damaged file (CRN4003)
  public Intent read(String text, String where) {
    return DOCUMENT.read(text, where, fields -> records.decode(fields, Intent.class));
  }
}
