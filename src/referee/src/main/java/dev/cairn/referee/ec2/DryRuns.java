package dev.cairn.referee.ec2;

import dev.cairn.referee.Exchange;
import dev.cairn.referee.Hook;
import dev.cairn.referee.Verdict;

/// A dry run changes nothing and answers `DryRunOperation` (EC2 API reference, "Common query
/// parameters", DryRun). moto carries it out.
public final class DryRuns implements Hook {
  @Override
  public Verdict beforeForward(Exchange exchange) {
    return exchange.dryRun() && exchange.api().startsWith("ec2:")
        ? Refusal.of(
            412, "DryRunOperation", "Request would have succeeded, but DryRun flag is set.")
        : Verdict.PASS;
  }
}
