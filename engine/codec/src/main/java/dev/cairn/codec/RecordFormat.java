package dev.cairn.codec;

import dev.cairn.api.diagnostic.DiagnosticException;
import dev.cairn.api.resource.Lifecycle;
import dev.cairn.api.resource.Recorded;
import dev.cairn.api.value.Value;

/// The state's file of one resource: what [Records] writes, without what is empty. Thread-safe.
public final class RecordFormat {
  private static final Document DOCUMENT =
      new Document("record of the state", "format", 1, "CRN4001", "CRN4003");

  private final Records records;
  private final Value noLifecycle;

  public RecordFormat(Seal seal) {
    this.records = new Records(seal);
    this.noLifecycle = records.encode(Lifecycle.NONE);
  }

  public String write(Recorded recorded) {
    Value.Fields fields = Values.fields(records.encode(recorded));
    if (fields.get("lifecycle").filter(noLifecycle::equals).isPresent()) {
      fields = fields.without("lifecycle");
    }
    return DOCUMENT.write(recorded.dependsOn().isEmpty() ? fields.without("dependsOn") : fields);
  }

  /// @param where names the file in messages
  /// @throws DiagnosticException for a newer format (CRN4001) and for a damaged file (CRN4003)
  public Recorded read(String text, String where) {
    return DOCUMENT.read(
        text,
        where,
        fields ->
            records.decode(
                fields.has("lifecycle") ? fields : fields.with("lifecycle", noLifecycle),
                Recorded.class));
  }
}
