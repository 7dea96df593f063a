package dev.cairn.cli.views;

import dev.cairn.api.address.Path;
import dev.cairn.api.plan.Difference;
import dev.cairn.api.plan.Plan;
import dev.cairn.api.plan.Step;
import dev.cairn.api.value.Value;
import dev.cairn.codec.Seal;
import dev.cairn.codec.Values;
import dev.cairn.core.run.Planned;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What a plan changes of the stack's outputs; nothing where it cannot be applied, as its outputs
/// are not what they would be.
public record OutputChanges(List<Difference> differences) {
  public static final OutputChanges NONE = new OutputChanges(List.of());

  public OutputChanges {
    differences = List.copyOf(differences);
  }

  public static OutputChanges of(Planned planned, Seal seal) {
    return planned.refused() || !written(planned.plan())
        ? NONE
        : between(planned.state().outputs(), planned.plan().outputs(), seal);
  }

  private static boolean written(Plan plan) {
    return plan.steps().stream()
        .anyMatch(step -> step instanceof Step.Write && step.key().kind().equals("outputs"));
  }

  static OutputChanges between(Value.Fields was, Value.Fields will, Seal seal) {
    TreeSet<String> names = new TreeSet<>(was.fields().keySet());
    names.addAll(will.fields().keySet());
    List<Difference> differences = new ArrayList<>();
    for (String name : names) {
      Value before = was.fields().get(name);
      Value after = will.fields().get(name);
      if (!same(before, after, seal)) {
        differences.add(new Difference(Path.of(name), before, after));
      }
    }
    return new OutputChanges(differences);
  }

  /// Secrets are compared by their fingerprints.
  private static boolean same(@Nullable Value before, @Nullable Value after, Seal seal) {
    return before != null
        && after != null
        && Values.encode(before, seal).equals(Values.encode(after, seal));
  }

  public int count() {
    return differences.size();
  }

  /// Below their own heading, each with a sign as resources have it; empty where there are none.
  String text(Palette palette, int width) {
    StringBuilder out = new StringBuilder();
    for (Difference difference : differences) {
      List<String> lines = new DifferenceText(palette, width).lines(difference, "    ");
      out.append(sign(difference).coloured(palette))
          .append(lines.getFirst().substring(3))
          .append('\n');
      lines.stream().skip(1).forEach(line -> out.append(line).append('\n'));
    }
    return out.isEmpty() ? "" : "Outputs:\n" + out;
  }

  private static Sign sign(Difference difference) {
    return difference.before() == null
        ? Sign.CREATE
        : difference.after() == null ? Sign.DELETE : Sign.UPDATE;
  }
}
