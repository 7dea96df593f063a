package dev.cairn.cli.views;

import dev.cairn.api.address.Address;
import dev.cairn.api.diagnostic.Diagnostic;
import dev.cairn.api.plan.Approval;
import dev.cairn.api.plan.Change;
import dev.cairn.api.plan.Difference;
import dev.cairn.api.plan.Plan;
import dev.cairn.api.schema.Impact;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// A plan for people: one line a change, what differs below it, and the summary last.
///
/// @param width of a line, at most 120
public record PlanText(Palette palette, int width) {
  private static final String DIFFERENCES = " ".repeat(8);
  private static final String CONTINUED = " ".repeat(6);

  public String of(Plan plan, OutputChanges outputs) {
    StringBuilder out = new StringBuilder();
    int address =
        plan.changes().stream().mapToInt(c -> c.address().toString().length()).max().orElse(0);
    int type = plan.changes().stream().mapToInt(c -> c.type().toString().length()).max().orElse(0);
    String head = " %-" + Math.clamp(address, 1, 40) + "s  %-" + Math.max(type, 1) + "s  ";
    for (Change change : plan.changes()) {
      out.append(line(change, head)).append('\n');
      for (SupplyText supply : SupplyText.of(change.address(), plan)) {
        out.append(DIFFERENCES).append(palette.cyan(supply.line())).append('\n');
      }
      for (Difference difference : change.differences()) {
        for (String line : lines(change, difference)) {
          out.append(line).append('\n');
        }
      }
    }
    if (!plan.changes().isEmpty() && outputs.count() > 0) {
      out.append('\n');
    }
    out.append(outputs.text(palette, width));
    return out + (out.isEmpty() ? "" : "\n") + end(plan, outputs);
  }

  private List<String> lines(Change change, Difference difference) {
    return change.reasons().stream()
        .flatMap(reason -> StayingText.of(palette, reason, difference).stream())
        .findFirst()
        .map(line -> List.of(DIFFERENCES + line))
        .orElseGet(() -> new DifferenceText(palette, width).lines(difference, DIFFERENCES));
  }

  private String line(Change change, String head) {
    String start = String.format(Locale.ROOT, head, change.address(), change.type());
    StringBuilder line =
        new StringBuilder(Sign.of(change).coloured(palette)).append(palette.bold(start));
    int column = 3 + start.length();
    for (String part : parts(change)) {
      if (column + part.length() > width && column > CONTINUED.length()) {
        line.append('\n').append(CONTINUED);
        column = CONTINUED.length();
      }
      line.append(part);
      column += part.length();
    }
    return line.toString().stripTrailing();
  }

  /// The reasons and the impact, each short enough to be moved to another line.
  private static List<String> parts(Change change) {
    List<String> parts = new ArrayList<>();
    String word = Sign.word(change.action());
    String before = word.isEmpty() ? "" : word + ": ";
    for (var reason : change.reasons()) {
      parts.add(before + ReasonText.of(reason));
      before = "; ";
    }
    if (parts.isEmpty() && !word.isEmpty()) {
      parts.add(word);
    }
    String impact = impact(change);
    if (!impact.isEmpty()) {
      parts.add("  [" + impact + "]");
    }
    return parts;
  }

  private static String impact(Change change) {
    List<String> words = new ArrayList<>();
    if (!change.impact().equals(Impact.NONE) && !change.reasons().isEmpty()) {
      words.add(change.impact().name().toLowerCase(Locale.ROOT).replace('_', ' '));
    }
    if (!change.reaches().isEmpty()) {
      words.add(
          "reaches "
              + change.reaches().stream().map(Address::toString).collect(Collectors.joining(", ")));
    }
    if (!change.reversible()) {
      words.add("cannot be undone");
    }
    return String.join("; ", words);
  }

  private String end(Plan plan, OutputChanges outputs) {
    String summary = Summary.of(plan, outputs).text();
    long errors = plan.diagnostics().stream().filter(Diagnostic::isError).count();
    if (errors > 0) {
      return refused(plan, summary, errors);
    }
    if (plan.empty() && plan.changes().isEmpty()) {
      return palette.bold("No changes.") + " " + summary + "\n";
    }
    if (plan.empty() && Summary.of(plan, outputs).idle()) {
      return palette.bold("Nothing to apply:") + " " + summary + "\n";
    }
    String head = palette.bold("Plan:") + " " + summary + "\n";
    return head
        + switch (plan.approval()) {
          case Approval.Digest digest -> palette.dim("Digest: ") + digest.sha256() + "\n";
          case Approval.Preview preview -> palette.dim("Preview only: ") + preview.because() + "\n";
        };
  }

  private String refused(Plan plan, String summary, long errors) {
    String head =
        plan.changes().isEmpty()
            ? ""
            : palette.bold("Plan, as far as it goes:") + " " + summary + "\n";
    return head
        + palette.red("This plan cannot be applied:")
        + (errors == 1 ? " 1 error.\n" : " " + errors + " errors.\n");
  }
}
