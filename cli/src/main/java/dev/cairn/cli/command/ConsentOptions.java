package dev.cairn.cli.command;

import dev.cairn.core.plan.AddressPattern;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options that say yes to a plan.
final class ConsentOptions {
  @Option(names = "--yes", description = "Apply without asking.")
  boolean yes;

  @Option(
      names = "--plan",
      paramLabel = "FILE",
      description = "Apply this plan (from plan --out) and nothing else.")
  @Nullable Path plan;

  @Option(
      names = "--expect",
      paramLabel = "DIGEST",
      description = "Plan again, and apply only if the plan has this digest.")
  @Nullable String expect;

  @Option(
      names = "--accept-data-loss",
      paramLabel = "ADDRESS|PATTERN",
      description = "Let the data of this resource go; * in it stands for anything.")
  private List<String> acceptDataLoss = List.of();

  /// Whose data may go.
  List<AddressPattern> losses() {
    return acceptDataLoss.stream().map(ConsentOptions::pattern).toList();
  }

  private static AddressPattern pattern(String text) {
    try {
      return AddressPattern.parse(text);
    } catch (IllegalArgumentException e) {
      throw RunOptions.noAddress(e);
    }
  }

  /// Whether an option says yes, so that nobody is asked.
  boolean given() {
    return yes || plan != null || expect != null;
  }
}
