package dev.cairn.codec;

import dev.cairn.api.plan.Approval;
import dev.cairn.api.plan.Plan;
import dev.cairn.api.plan.PlanHeader;
import dev.cairn.api.value.Value;
import java.util.List;
import java.util.Optional;

/// What a plan is approved by: SHA-256 over the canonical JSON of all that apply will do, the same
/// in every process and on every machine (semantics, section 10).
///
/// In it: steps by key with action, address, ids of recorded resources and of remote objects that
/// are changed or deleted, arguments (an unknown as its expression, a secret as its HMAC), edges;
/// options, environment, accounts. Not in it: the ids of runs, times, reasons, text, places in
/// files.
public final class PlanDigest {
  /// Raised when the same plan gets another digest.
  private static final int VERSION = 2;

  private PlanDigest() {}

  /// The digest; a preview where the plan holds a secret and there is no key, or where a secret was
  /// recorded without one.
  public static Approval of(Plan plan, Optional<Hmac> key) {
    Value content = content(plan, Seal.by(key).withoutOrigins());
    return bare(content)
        ? new Approval.Preview("it has sensitive values and was made without the digest key")
        : new Approval.Digest("sha256:" + Digests.ofText(Json.canonical(content)).sha256());
  }

  private static Value content(Plan plan, Seal seal) {
    PlanHeader header = plan.header();
    StepDigest steps = new StepDigest(seal);
    return Tree.of("digestVersion", new Value.Whole(VERSION))
        .and("stack", header.stack())
        .and("environment", header.environment())
        .and("lineage", header.lineage())
        .and("accounts", Tree.texts(header.accounts()))
        .and("options", Tree.texts(header.options()))
        .and("steps", steps.of(plan.steps()))
        .fields();
  }

  /// Whether a sensitive value in there is a mark alone.
  private static boolean bare(Value written) {
    return switch (written) {
      case Value.Items(List<Value> items) -> items.stream().anyMatch(PlanDigest::bare);
      case Value.Fields fields ->
          fields.get("$sensitive").filter(Value.Fields.EMPTY::equals).isPresent()
              || fields.fields().values().stream().anyMatch(PlanDigest::bare);
      default -> false;
    };
  }
}
