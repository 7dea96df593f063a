package dev.cairn.cli.views;

import dev.cairn.api.plan.StepKey;
import dev.cairn.api.value.Value;
import dev.cairn.codec.Records;
import dev.cairn.codec.Seal;
import dev.cairn.codec.Values;
import dev.cairn.core.apply.Applied;
import dev.cairn.core.run.Finished;
import java.util.Collection;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/// What an apply has come to, for programs, as the schema `cli.apply` describes it.
public final class FinishedDocument {
  private FinishedDocument() {}

  public static Value.Fields of(Finished finished) {
    SortedMap<String, Value> fields = new TreeMap<>();
    fields.put("outcome", Value.text(finished.outcome().name().toLowerCase(Locale.ROOT)));
    finished.plan().ifPresent(plan -> fields.put("plan", PlanDocument.of(plan)));
    finished.run().ifPresent(run -> fields.put("run", Value.text(run)));
    finished.applied().ifPresent(applied -> fields.put("applied", applied(applied)));
    fields.put("outputs", Values.encode(finished.outputs()));
    return new Value.Fields(fields);
  }

  private static Value.Fields applied(Applied applied) {
    Records records = new Records(Seal.MARK);
    SortedMap<String, Value> failures = new TreeMap<>();
    applied
        .failures()
        .forEach((step, failure) -> failures.put(step.toString(), records.encode(failure)));
    SortedMap<String, Value> skipped = new TreeMap<>();
    applied
        .skipped()
        .forEach((step, because) -> skipped.put(step.toString(), Value.text(because.toString())));
    SortedMap<String, Value> fields = new TreeMap<>();
    fields.put("done", steps(applied.done()));
    fields.put("omitted", steps(applied.omitted()));
    fields.put("notStarted", steps(applied.notStarted()));
    fields.put("failures", new Value.Fields(failures));
    fields.put("skipped", new Value.Fields(skipped));
    return new Value.Fields(fields);
  }

  private static Value steps(Collection<StepKey> steps) {
    return new Value.Items(steps.stream().<Value>map(step -> Value.text(step.toString())).toList());
  }
}
