package dev.cairn.cli.views;

import dev.cairn.api.plan.Action;
import dev.cairn.api.plan.Change;
import dev.cairn.api.plan.Plan;
import dev.cairn.api.value.Value;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// How many resources a plan does what with, and how many outputs it changes.
///
/// @param recorded how many change in their record alone
record Summary(Map<Action, Integer> counts, int recorded, int unchanged, int outputs) {
  static Summary of(Plan plan, OutputChanges outputs) {
    Map<Action, Integer> counts = new EnumMap<>(Action.class);
    int recorded = 0;
    for (Change change : plan.changes()) {
      if (change.recordOnly()) {
        recorded++;
      } else {
        counts.merge(change.action(), 1, Integer::sum);
      }
    }
    return new Summary(counts, recorded, plan.unchanged(), outputs.count());
  }

  /// `2 to create, 1 to replace; 7 unchanged; 1 not looked at; 1 output to change.`
  String text() {
    List<String> parts = new ArrayList<>();
    counts.forEach((action, count) -> {
      if (action != Action.WAIT && action != Action.UNREAD) {
        parts.add(count + " to " + verb(action));
      }
    });
    if (recorded > 0) {
      parts.add(recorded + " to record only");
    }
    String unchangedText = unchanged + " unchanged" + left() + outputsText() + ".";
    return parts.isEmpty() ? unchangedText : String.join(", ", parts) + "; " + unchangedText;
  }

  /// Whether nothing of what is shown is done.
  boolean idle() {
    return counts.keySet().stream()
        .allMatch(action -> action == Action.WAIT || action == Action.UNREAD);
  }

  /// What the plan leaves alone, though nobody knows whether it is as it should be; empty where
  /// there is nothing like that.
  String left() {
    return left(Action.WAIT, " waiting") + left(Action.UNREAD, " not looked at");
  }

  private String left(Action action, String words) {
    Integer count = counts.get(action);
    return count == null ? "" : "; " + count + words;
  }

  private String outputsText() {
    return outputs == 0
        ? ""
        : "; " + outputs + (outputs == 1 ? " output" : " outputs") + " to change";
  }

  static String verb(Action action) {
    return action == Action.NO_OP ? "keep" : action.name().toLowerCase(Locale.ROOT);
  }

  Value.Fields document() {
    Map<String, Value> fields = new TreeMap<>();
    counts.forEach((action, count) ->
        fields.put(action.name().toLowerCase(Locale.ROOT), new Value.Whole(count)));
    if (recorded > 0) {
      fields.put("record", new Value.Whole(recorded));
    }
    fields.put("unchanged", new Value.Whole(unchanged));
    return Value.Fields.of(fields);
  }
}
