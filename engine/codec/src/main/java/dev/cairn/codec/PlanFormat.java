package dev.cairn.codec;

import dev.cairn.api.diagnostic.DiagnosticException;
import dev.cairn.api.plan.Plan;

/// The plan file: one JSON document. Thread-safe.
public final class PlanFormat {
  /// The number of the format that is written.
  public static final int FORMAT = 1;

  private static final Document DOCUMENT =
      new Document("plan file", "formatVersion", FORMAT, "CRN4002", "CRN4004");

  private final Records records;

  public PlanFormat(Seal seal) {
    this.records = new Records(seal);
  }

  public String write(Plan plan) {
    return DOCUMENT.write(Values.fields(records.encode(plan)));
  }

  /// @param where names the file in messages
  /// @throws DiagnosticException for a newer format (CRN4002) and for a damaged file (CRN4004)
  public Plan read(String text, String where) {
    return DOCUMENT.read(text, where, fields -> records.decode(fields, Plan.class));
  }
}
