package dev.cairn.codec;

import dev.cairn.api.address.Address;
import dev.cairn.api.diagnostic.Diagnostic;
import dev.cairn.api.diagnostic.DiagnosticException;
import dev.cairn.api.plan.Approval;
import dev.cairn.api.plan.Plan;
import dev.cairn.api.plan.PlanHeader;
import dev.cairn.api.plan.Step;
import dev.cairn.api.resource.ContentId;
import dev.cairn.api.value.Value;
import java.util.List;
import java.util.SortedMap;

/// The plan file: one JSON document. Thread-safe.
///
/// It has what is done and what that rests on, and nothing that is only shown: whoever shows the
/// plan of a file tells it from the steps, which the digest covers.
public final class PlanFormat {
  /// The number of the format that is written.
  public static final int FORMAT = 1;

  private static final Document DOCUMENT =
      new Document("plan file", "formatVersion", FORMAT, "CRN4002", "CRN4004");

  private static final String CHECKSUM = "checksum";

  private final Records records;

  /// What a file has of a plan.
  private record Kept(
      PlanHeader header, List<Step> steps, SortedMap<Address, ContentId> reads, Approval approval) {
    static Kept of(Plan plan) {
      return new Kept(plan.header(), plan.steps(), plan.reads(), plan.approval());
    }

    Plan plan() {
      return new Plan(header, steps, List.of(), 0, Value.Fields.EMPTY, reads, List.of(), approval);
    }
  }

  public PlanFormat(Seal seal) {
    this.records = new Records(seal);
  }

  public String write(Plan plan) {
    Value.Fields content = Values.fields(records.encode(Kept.of(plan)));
    return DOCUMENT.write(content.with(CHECKSUM, checksum(content)));
  }

  /// The plan without changes, outputs and diagnostics.
  ///
  /// @param where names the file in messages
  /// @throws DiagnosticException for a newer format (CRN4002), for a damaged file (CRN4004) and for
  ///   one that was changed (CRN4015)
  public Plan read(String text, String where) {
    return DOCUMENT.read(text, where, fields -> plan(fields, where));
  }

  private Plan plan(Value.Fields fields, String where) {
    Value.Fields content = fields.without(CHECKSUM);
    Kept kept = records.decode(content, Kept.class);
    if (!fields.get(CHECKSUM).filter(checksum(content)::equals).isPresent()) {
      throw new DiagnosticException(
          Diagnostic.error(
                  "CRN4015",
                  "a plan file is not as it was written",
                  where + ": its content does not have the checksum that it states")
              .suggest("plan again"));
    }
    return kept.plan();
  }

  /// Over everything else: it finds damage, and is no proof of who wrote the file.
  private static Value checksum(Value.Fields content) {
    return Value.text("sha256:" + Digests.ofText(Json.canonical(content)).sha256());
  }
}
