package dev.cairn.cli.command;

import java.nio.file.Path;
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

  /// Whether an option says yes, so that nobody is asked.
  boolean given() {
    return yes || plan != null || expect != null;
  }
}
