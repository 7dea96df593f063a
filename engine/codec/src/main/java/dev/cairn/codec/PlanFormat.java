package dev.cairn.codec;

import dev.cairn.api.diagnostic.Diagnostic;
import dev.cairn.api.diagnostic.DiagnosticException;
import dev.cairn.api.plan.Plan;
import dev.cairn.api.value.Value;

/// The plan file: one JSON document. Thread-safe.
public final class PlanFormat {
  /// The number of the format that is written.
  public static final int FORMAT = 1;

  private static final Document DOCUMENT =
      new Document("plan file", "formatVersion", FORMAT, "CRN4002", "CRN4004");

  private static final String CHECKSUM = "checksum";

  private final Records records;

  public PlanFormat(Seal seal) {
    this.records = new Records(seal);
  }

  public String write(Plan plan) {
    Value.Fields content = Values.fields(records.encode(plan));
    return DOCUMENT.write(content.with(CHECKSUM, checksum(content)));
  }

  /// @param where names the file in messages
  /// @throws DiagnosticException for a newer format (CRN4002), for a damaged file (CRN4004) and for
  ///   one that was changed (CRN4015)
  public Plan read(String text, String where) {
    return DOCUMENT.read(text, where, fields -> plan(fields, where));
  }

  private Plan plan(Value.Fields fields, String where) {
    Value.Fields content = fields.without(CHECKSUM);
    Plan plan = records.decode(content, Plan.class);
    if (!fields.get(CHECKSUM).filter(checksum(content)::equals).isPresent()) {
      throw new DiagnosticException(
          Diagnostic.error(
                  "CRN4015",
                  "a plan file is not as it was written",
                  where + ": its content does not have the checksum that it states")
              .suggest("plan again"));
    }
    return plan;
  }

  /// Over everything else, as the digest leaves out what is only shown.
  private static Value checksum(Value.Fields content) {
    return Value.text("sha256:" + Digests.ofText(Json.canonical(content)).sha256());
  }
}
