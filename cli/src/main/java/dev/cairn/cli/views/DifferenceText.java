package dev.cairn.cli.views;

import dev.cairn.api.plan.Difference;
import dev.cairn.api.value.Value;
import dev.cairn.codec.Printable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The lines below a change: what each attribute was and will be. Elements of lists and fields of
/// objects are compared one by one, so that only what differs is shown.
///
/// @param width how long a line may be before its two sides get a line each
record DifferenceText(Palette palette, int width) {
  private static final String STEP = "  ";

  List<String> lines(Difference difference, String indent) {
    List<String> lines = new ArrayList<>();
    add(
        lines,
        indent,
        Printable.line(difference.path().toString()),
        difference.before(),
        difference.after());
    return lines;
  }

  private void add(
      List<String> lines,
      String indent,
      String name,
      @Nullable Value before,
      @Nullable Value after) {
    if (before instanceof Value.Fields was && after instanceof Value.Fields will) {
      fields(lines, indent, name, was, will);
    } else if (before instanceof Value.Items was && after instanceof Value.Items will) {
      items(lines, indent, name, was.items(), will.items());
    } else if (before == null && after != null) {
      come(lines, indent, name, after);
    } else if (before != null && after == null) {
      lines.add(indent + name + ": " + palette.red(ValueText.of(before)) + " -> (not set)");
    } else if (before != null && after != null) {
      leaf(lines, indent, name, before, after);
    }
  }

  private void leaf(List<String> lines, String indent, String name, Value before, Value after) {
    Optional<List<LineDifference.Hunk>> hunks = LineDifference.between(before, after);
    if (hunks.isEmpty()) {
      sides(lines, indent, name, Sides.of(before, after));
      return;
    }
    lines.add(indent + name + ":");
    for (LineDifference.Hunk hunk : hunks.get()) {
      lines.add(indent + STEP + palette.dim("line " + hunk.line() + ":"));
      hunk.gone().forEach(line -> lines.add(indent + STEP + palette.red("- " + line)));
      hunk.come().forEach(line -> lines.add(indent + STEP + palette.green("+ " + line)));
    }
  }

  /// Something new: on one line where it fits, else its parts.
  private void come(List<String> lines, String indent, String name, Value value) {
    String text = ValueText.of(value);
    boolean fits = indent.length() + name.length() + text.length() + 2 <= width;
    if (!fits && value instanceof Value.Items(List<Value> items)) {
      lines.add(indent + name + ":");
      items.forEach(item -> lines.add(indent + STEP + palette.green("+ " + ValueText.of(item))));
    } else if (!fits && value instanceof Value.Fields inner) {
      lines.add(indent + name + ":");
      inner.fields().forEach((key, field) -> come(lines, indent + STEP, ValueText.key(key), field));
    } else {
      lines.add(indent + name + ": " + palette.green(text));
    }
  }

  private void fields(
      List<String> lines, String indent, String name, Value.Fields was, Value.Fields will) {
    lines.add(indent + name + ":");
    TreeSet<String> keys = new TreeSet<>(was.fields().keySet());
    keys.addAll(will.fields().keySet());
    for (String key : keys) {
      Value before = was.fields().get(key);
      Value after = will.fields().get(key);
      if (before == null || !before.equals(after)) {
        add(lines, indent + STEP, ValueText.key(key), before, after);
      }
    }
  }

  private void items(
      List<String> lines, String indent, String name, List<Value> was, List<Value> will) {
    List<Value> gone = without(was, will);
    List<Value> come = without(will, was);
    if (gone.isEmpty() && come.isEmpty()) {
      Sides orders = Sides.of(new Value.Items(was), new Value.Items(will));
      sides(lines, indent, name + " (order)", orders);
      return;
    }
    lines.add(indent + name + ":");
    gone.forEach(item -> lines.add(indent + STEP + palette.red("- " + Sides.gone(item, come))));
    come.forEach(item -> lines.add(indent + STEP + palette.green("+ " + Sides.come(item, gone))));
  }

  private static List<Value> without(List<Value> items, List<Value> others) {
    List<Value> left = new ArrayList<>(items);
    others.forEach(left::remove);
    return left;
  }

  private void sides(List<String> lines, String indent, String name, Sides sides) {
    String before = sides.before();
    String after = sides.after();
    if (indent.length() + name.length() + before.length() + after.length() + 6 <= width) {
      lines.add(indent + name + ": " + palette.red(before) + " -> " + palette.green(after));
      return;
    }
    lines.add(indent + name + ":");
    lines.add(indent + STEP + palette.red("- " + before));
    lines.add(indent + STEP + palette.green("+ " + after));
  }
}
