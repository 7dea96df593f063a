package dev.cairn.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Commands upon the simulated world of a directory.
final class Simulated {
  private Simulated() {}

  static CommandLineRun in(Path directory, String... command) {
    List<String> all = new ArrayList<>(List.of("-C", directory.toString()));
    all.addAll(List.of(command));
    all.add("--simulate");
    return CommandLineRun.of(all.toArray(String[]::new));
  }
}
