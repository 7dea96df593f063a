package dev.cairn.acceptance.contract;

import dev.cairn.testkit.EditedStack;
import dev.cairn.testkit.GeneratedStack;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What came of many edits: how many were refused and with what, and how many failed and how.
final class EditTally {
  private final SortedMap<String, List<Long>> refusals = new TreeMap<>();
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
    life.refusals()
        .forEach(code -> refusals.computeIfAbsent(code, _ -> new ArrayList<>()).add(seed));
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

  /// The stack before, `-` at what the edit takes away, and what it puts there.
  private static String difference(GeneratedStack before, GeneratedStack after) {
    List<String> was = lines(before);
    List<String> now = lines(after);
    List<String> text = new ArrayList<>();
    was.forEach(line -> text.add((now.contains(line) ? "  " : "- ") + line));
    text.add("edited:");
    now.stream().filter(line -> !was.contains(line)).forEach(line -> text.add("+ " + line));
    return String.join("\n", text);
  }

  /// `RESOURCE.ATTRIBUTE: VALUE`, so that each line tells where it is.
  private static List<String> lines(GeneratedStack stack) {
    List<String> lines = new ArrayList<>();
    String resource = "";
    for (String line : stack.yaml().lines().skip(2).toList()) {
      boolean head = line.startsWith("  ") && line.charAt(2) != ' ';
      resource = head ? line.strip().replace(":", "") : resource;
      if (!head) {
        lines.add(resource + "." + line.strip());
      }
    }
    return lines;
  }

  String summary(long nanos) {
    return "%d edits (%d seeds without one) in %.1f s: %.0f a second%nrefused: %s%nfailed: %s"
        .formatted(
            lives,
            invalid.size(),
            nanos / 1e9,
            lives * 1e9 / nanos,
            counts(refusals),
            counts(failures));
  }

  private static String counts(SortedMap<String, List<Long>> kinds) {
    StringBuilder counts = new StringBuilder();
    kinds.forEach((kind, seeds) ->
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
