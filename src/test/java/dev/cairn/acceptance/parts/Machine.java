package dev.cairn.acceptance.parts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/// What an engine could leave on a machine: a line for each interface, firewall rule, mount,
/// namespace, process of an engine, cgroup and directory.
final class Machine {
  private static final Path CGROUPS = Path.of("/sys/fs/cgroup");

  private Machine() {}

  /// Waits until nothing is there that was not there before, as the kernel takes namespaces down
  /// late; what is there all the same is returned.
  static SortedSet<String> addedTo(SortedSet<String> before, Duration patience) {
    long end = System.nanoTime() + patience.toNanos();
    while (true) {
      SortedSet<String> added = lines();
      added.removeAll(before);
      if (added.isEmpty() || System.nanoTime() > end) {
        return added;
      }
      Waiting.briefly();
    }
  }

  static SortedSet<String> lines() {
    SortedSet<String> lines = new TreeSet<>();
    output("interface", lines, "ip", "-o", "link");
    output("netns", lines, "ip", "netns");
    output("firewall", lines, "iptables-save");
    output("firewall6", lines, "ip6tables-save");
    try {
      Files.readAllLines(Path.of("/proc/self/mounts")).forEach(line -> lines.add("mount " + line));
      try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
        processes
            .filter(path -> path.getFileName().toString().matches("\\d+"))
            .forEach(process -> process(process, lines));
      }
      directories(Path.of(System.getProperty("java.io.tmpdir")), 1, lines);
      if (Files.isDirectory(CGROUPS)) {
        directories(CGROUPS, 2, lines);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return lines;
  }

  private static void output(String what, SortedSet<String> lines, String... command) {
    if (Shell.has(command[0])) {
      Shell.run(List.of(command))
          .orFail()
          .out()
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> what + " " + line.replaceAll("\\[\\d+:\\d+\\]", ""))
          .forEach(lines::add);
    }
  }

  private static void process(Path process, SortedSet<String> lines) {
    try {
      String command = Files.readString(process.resolve("cmdline")).replace('\0', ' ');
      if (command.matches(
          "(?s)\\S*(dockerd|containerd|docker-proxy|unshare|python\\S* -c .*moto).*")) {
        lines.add("process " + process.getFileName() + " " + command);
        lines.add("namespace " + Files.readSymbolicLink(process.resolve("ns/net")));
      }
    } catch (IOException ended) {
      // A process that ended between the list and the look is not there.
    }
  }

  private static void directories(Path parent, int depth, SortedSet<String> lines)
      throws IOException {
    try (Stream<Path> all = Files.walk(parent, depth)) {
      all.filter(path -> path.getFileName().toString().startsWith("cairn-engine"))
          .forEach(path -> lines.add("directory " + path));
    } catch (UncheckedIOException ended) {
      // A directory that went while it was walked is not there.
    }
  }
}
