package dev.cairn.acceptance.pairs;

import dev.cairn.acceptance.parts.Cairn;
import dev.cairn.acceptance.parts.Engine;
import dev.cairn.acceptance.parts.Shell;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Takes resources through a whole life on an engine: apply, a plan that must be empty, destroy.
final class Trial {
  private static final String BASE =
      """
      stack: pairs
      resources:
        host: { type: docker.host, endpoint: "%s" }
        front: { type: docker.network, host: "${host}", name: pair-front, ipam: { config: [ { subnet: 10.250.0.0/16 } ] } }
        back: { type: docker.network, host: "${host}", name: pair-back }
        data: { type: docker.volume, host: "${host}", name: pair-data }
        image: { type: docker.image, host: "${host}", name: "cairn.test/busybox:1" }
        base:
          type: docker.container
          host: ${host}
          name: pair-base
          image: cairn.test/busybox:1
          command: sleep 1000
          ipc: shareable
      """;

  private final Engine engine;

  Trial(Engine engine) {
    this.engine = engine;
    engine.docker("tag", Engine.IMAGE, "pairs/busybox:latest");
    engine.docker("tag", Engine.IMAGE, "pairs/busybox:1");
  }

  /// A resource to try: its type, what it must have, and its settings.
  record Subject(String type, int number, List<Setting> needed, List<Setting> settings) {
    Subject with(List<Setting> others) {
      return new Subject(type, number, needed, others);
    }

    String address() {
      return type.substring(0, 1) + number;
    }

    String yaml() {
      StringBuilder yaml =
          new StringBuilder(
              "  %s:\n    type: docker.%s\n    host: ${host}\n".formatted(address(), type));
      List<Setting> all = new ArrayList<>(settings);
      needed.stream()
          .filter(
              need -> settings.stream().noneMatch(one -> one.attribute().equals(need.attribute())))
          .forEach(all::add);
      all.forEach(one -> yaml.append("    ").append(one.line(number)).append('\n'));
      return yaml.toString();
    }
  }

  /// What went wrong; empty where all went well.
  String trouble(Collection<Subject> subjects) {
    Cairn cairn = new Cairn(directory());
    cairn.begin();
    StringBuilder yaml = new StringBuilder(BASE.formatted(engine.endpoint()));
    subjects.forEach(subject -> yaml.append(subject.yaml()));
    cairn.commit(yaml.toString());
    try {
      Shell.Result apply = cairn.run("apply", "--yes");
      if (apply.exit() != 0) {
        return "apply: " + apply.out() + apply.err();
      }
      Shell.Result plan = cairn.run("plan", "--detailed-exitcode");
      return plan.exit() == 0 ? "" : "second plan: " + plan.out() + plan.err();
    } finally {
      cairn.run("destroy", "--yes", "--accept-data-loss", "*").orFail();
    }
  }

  private static java.nio.file.Path directory() {
    try {
      return Files.createTempDirectory("pairs");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The trouble of each subject that has some, narrowed down to the settings that make it.
  List<String> troubles(List<Subject> subjects) {
    String trouble = trouble(subjects);
    if (trouble.isEmpty()) {
      return List.of();
    }
    System.out.println("pairs: to be narrowed down: " + blamed(trouble));
    SortedMap<String, Subject> named = new TreeMap<>();
    subjects.stream()
        .filter(subject ->
            Pattern.compile("\\b" + subject.address() + "\\b").matcher(blamed(trouble)).find())
        .forEach(subject -> named.put(subject.address(), subject));
    List<String> found = new ArrayList<>();
    for (Map.Entry<String, Subject> one : named.entrySet()) {
      if (found.size() < 3 && !trouble(List.of(one.getValue())).isEmpty()) {
        found.add(narrowed(one.getValue()));
      }
    }
    return found.isEmpty() ? List.of("only together: " + trouble) : found;
  }

  /// The lines that tell of changes and errors, without those of what was done.
  private static String blamed(String trouble) {
    return trouble
        .lines()
        .filter(line -> !line.matches("\\s*(done|\\+|unchanged) .*"))
        .reduce("", (all, line) -> all + line + "\n");
  }

  /// Leaves out one setting after the other as long as the trouble stays.
  private String narrowed(Subject subject) {
    Subject least = subject;
    for (int size = Math.max(1, subject.settings().size() / 2); size >= 1; size /= 2) {
      for (int at = 0; at < least.settings().size(); ) {
        List<Setting> fewer = new ArrayList<>(least.settings());
        fewer.subList(at, Math.min(fewer.size(), at + size)).clear();
        if (trouble(List.of(least.with(fewer))).isEmpty()) {
          at += size;
        } else {
          least = least.with(fewer);
        }
      }
    }
    return least.type() + " with " + least.settings() + ": " + trouble(List.of(least));
  }
}
