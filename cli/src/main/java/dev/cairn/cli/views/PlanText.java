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

  public String of(Plan plan) {
    StringBuilder out = new StringBuilder();
    int address =
        plan.changes().stream().mapToInt(c -> c.address().toString().length()).max().orElse(0);
    int type = plan.changes().stream().mapToInt(c -> c.type().toString().length()).max().orElse(0);
    String head = " %-" + Math.clamp(address, 1, 40) + "s  %-" + Math.max(type, 1) + "s  ";
    for (Change change : plan.changes()) {
      out.append(line(change, head)).append('\n');
      for (Difference difference : change.differences()) {
        for (String line : new DifferenceText(palette, width).lines(difference, DIFFERENCES)) {
          out.append(line).append('\n');
        }
      }
    }
    return out + (plan.changes().isEmpty() ? "" : "\n") + end(plan);
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

  private String end(Plan plan) {
    String summary = Summary.of(plan).text();
    if (plan.empty() && plan.changes().isEmpty()) {
      return palette.bold("No changes.") + " " + summary + "\n";
    }
    String head = palette.bold("Plan:") + " " + summary + "\n";
    if (plan.diagnostics().stream().anyMatch(Diagnostic::isError)) {
      return head + palette.red("It cannot be applied:") + " see the errors.\n";
    }
    return head
        + switch (plan.approval()) {
          case Approval.Digest digest -> palette.dim("Digest: ") + digest.sha256() + "\n";
          case Approval.Preview preview -> palette.dim("Preview only: ") + preview.because() + "\n";
        };
  }
}
