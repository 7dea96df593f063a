package dev.cairn.acceptance.contract;

import dev.cairn.testkit.EditedStack;
import dev.cairn.testkit.GeneratedStack;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// What came of many edits: how many were refused and with what, and how many failed and how.
final class EditTally {
  private final SortedMap<String, Integer> refusals = new TreeMap<>();
  private final SortedMap<String, List<Long>> failures = new TreeMap<>();
  private final SortedMap<String, String> first = new TreeMap<>();
  private int lives;
  private final List<Long> invalid = new ArrayList<>();

  /// No valid stack or no valid edit was found for a seed.
  void invalid(long seed) {
    invalid.add(seed);
  }

  void add(long seed, EditedStack edited, EditedLife life) {
    lives++;
    life.refusals().forEach(code -> refusals.merge(code, 1, Integer::sum));
    life.failure()
        .ifPresent(failure -> {
          failures.computeIfAbsent(failure.kind(), _ -> new ArrayList<>()).add(seed);
          first.putIfAbsent(failure.kind(), told(seed, edited, life));
        });
  }

  static String told(long seed, EditedStack edited, EditedLife life) {
    return "seed %d: %s%n%s%n%s%n"
        .formatted(
            seed,
            life.failure().map(EditedLife.Failure::kind).orElse("refused: " + life.refusals()),
            difference(edited.before(), edited.after()),
            life.failure().map(EditedLife.Failure::text).orElse(""));
  }

  /// The lines that only one of the stacks has, in all of the stack before.
  private static String difference(GeneratedStack before, GeneratedStack after) {
    List<String> now = after.yaml().lines().toList();
    List<String> was = before.yaml().lines().toList();
    List<String> lines = new ArrayList<>();
    was.forEach(line -> lines.add((now.contains(line) ? "  " : "- ") + line));
    lines.add("edited:");
    String resource = "";
    for (String line : now) {
      if (line.matches("  \\w+:")) {
        resource = line;
      } else if (!was.contains(line)) {
        lines.add("+ " + resource.strip() + " " + line.strip());
      }
    }
    var gone = new TreeSet<>(before.resources().keySet());
    gone.removeAll(after.resources().keySet());
    var fresh = new TreeSet<>(after.resources().keySet());
    fresh.removeAll(before.resources().keySet());
    lines.add("gone: " + gone + " new: " + fresh);
    return String.join("\n", lines);
  }

  String summary(long nanos) {
    return "%d edits (%d seeds without one) in %.1f s: %.0f a second%nrefused: %s%nfailed: %s"
        .formatted(lives, invalid.size(), nanos / 1e9, lives * 1e9 / nanos, refusals, counts());
  }

  private String counts() {
    StringBuilder counts = new StringBuilder();
    failures.forEach((kind, seeds) ->
        counts.append(
            "%n%5d  %s  %s".formatted(seeds.size(), kind, seeds.stream().limit(6).toList())));
    return counts.toString();
  }

  /// Kinds of failures that nobody knows of.
  List<String> surprises() {
    return failures.keySet().stream().filter(kind -> !KnownOrderFaults.has(kind)).toList();
  }

  /// Known kinds that did not happen.
  List<String> vanished() {
    return KnownOrderFaults.kinds().stream()
        .filter(known -> failures.keySet().stream().noneMatch(kind -> kind.matches(known)))
        .toList();
  }

  /// The first of each kind that nobody knows of.
  String told() {
    return first.entrySet().stream()
        .filter(one -> !KnownOrderFaults.has(one.getKey()))
        .map(one -> one.getValue())
        .collect(Collectors.joining("\n"));
  }
}
