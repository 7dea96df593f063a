package dev.cairn.cli.views;

import dev.cairn.api.diagnostic.Diagnostic;
import dev.cairn.api.plan.Approval;
import dev.cairn.api.plan.Plan;
import dev.cairn.api.value.Value;
import dev.cairn.codec.Records;
import dev.cairn.codec.Seal;
import dev.cairn.codec.Values;
import java.util.SortedMap;
import java.util.TreeMap;

/// A plan for programs, as the schema `cli.plan` describes it. It holds no sensitive value.
public final class PlanDocument {
  private PlanDocument() {}

  /// With what it changes of the outputs.
  public static Value.Fields of(Plan plan, OutputChanges outputs) {
    Records records = new Records(Seal.MARK);
    return of(plan)
        .with(
            "summary",
            Summary.of(plan, outputs).document().with("outputs", new Value.Whole(outputs.count())))
        .with(
            "outputChanges",
            new Value.Items(outputs.differences().stream().map(records::encode).toList()));
  }

  static Value.Fields of(Plan plan) {
    Records records = new Records(Seal.MARK);
    SortedMap<String, Value> fields = new TreeMap<>();
    fields.put("stack", Value.text(plan.header().stack()));
    fields.put("environment", Value.text(plan.header().environment()));
    fields.put("empty", new Value.Flag(plan.empty() && !refused(plan)));
    fields.put("refused", new Value.Flag(refused(plan)));
    fields.put("summary", Summary.of(plan, OutputChanges.NONE).document());
    fields.put("changes", new Value.Items(plan.changes().stream().map(records::encode).toList()));
    fields.put(
        "supplies",
        new Value.Items(SupplyText.all(plan).stream().map(SupplyText::document).toList()));
    fields.put("outputs", Values.encode(plan.outputs()));
    if (!refused(plan)) {
      switch (plan.approval()) {
        case Approval.Digest digest -> fields.put("digest", Value.text(digest.sha256()));
        case Approval.Preview preview -> fields.put("preview", Value.text(preview.because()));
      }
    }
    return new Value.Fields(fields);
  }

  private static boolean refused(Plan plan) {
    return plan.diagnostics().stream().anyMatch(Diagnostic::isError);
  }
}
