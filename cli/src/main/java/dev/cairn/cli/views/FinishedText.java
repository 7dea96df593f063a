package dev.cairn.cli.views;

import dev.cairn.api.value.Value;
import dev.cairn.core.apply.Applied;
import dev.cairn.core.run.Finished;
import dev.cairn.core.run.Outcome;
import java.util.Optional;

/// What an apply has come to, for people.
public record FinishedText(Palette palette) {
  public String of(Finished finished) {
    StringBuilder out = new StringBuilder();
    if (finished.applied().isEmpty()) {
      out.append(nothingDone(finished));
    } else {
      out.append('\n')
          .append(
              done(
                  finished.outcome(),
                  finished.applied().get(),
                  summary(finished).map(Summary::left).orElse("")))
          .append('\n');
    }
    if (finished.outcome() == Outcome.DONE) {
      out.append(outputs(finished.outputs()));
    }
    return out.toString();
  }

  private String nothingDone(Finished finished) {
    return switch (finished.outcome()) {
      case DONE -> {
        Optional<Summary> summary = summary(finished);
        boolean seen = summary.map(Summary::left).orElse("").isEmpty();
        yield palette.bold(seen ? "No changes." : "Nothing was changed:")
            + summary.map(all -> " " + all.text()).orElse("")
            + "\n";
      }
      case DECLINED -> "Nothing was changed.\n";
      case FAILED, CLAIMED, STALE, INTERRUPTED -> palette.bold("Nothing was changed.") + "\n";
    };
  }

  private static Optional<Summary> summary(Finished finished) {
    return finished.plan().map(plan -> Summary.of(plan, OutputChanges.NONE));
  }

  private String done(Outcome outcome, Applied applied, String left) {
    String counts =
        applied.done().size()
            + " steps done"
            + count(applied.failures().size(), "failed")
            + count(applied.skipped().size(), "skipped")
            + count(applied.notStarted().size(), "not started")
            + left
            + ".";
    return switch (outcome) {
      case DONE -> palette.green("Applied:") + " " + counts;
      case INTERRUPTED -> palette.yellow("Interrupted:") + " " + counts;
      case FAILED, DECLINED, CLAIMED, STALE -> palette.red("Failed:") + " " + counts;
    };
  }

  private static String count(int number, String what) {
    return number == 0 ? "" : ", " + number + " " + what;
  }

  /// One output a line.
  public static String outputs(Value.Fields outputs) {
    StringBuilder out = new StringBuilder();
    outputs
        .fields()
        .forEach((name, value) ->
            out.append(name).append(" = ").append(ValueText.of(value)).append('\n'));
    return out.toString();
  }
}
