package dev.cairn.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/// Makes an ahead-of-time cache by running commands in one JVM that notes the classes they load.
///
/// @param family the name of the cache
/// @param mainClass runs the commands
/// @param arguments of the main class
/// @param material a directory; the JVM runs in a copy of it, with an empty git repository around
/// @param environment beside the path, all that the JVM gets
record Training(
    String family,
    String mainClass,
    List<String> arguments,
    Path material,
    Map<String, String> environment) {
  /// What the launcher gives too, word for word: a cache that was made with others is not used.
  private static final List<String> OPTIONS =
      List.of(
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-XX:-UsePerfData",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow");

  private static final int MINUTES = 10;

  Training {
    arguments = List.copyOf(arguments);
    environment = new TreeMap<>(environment);
  }

  /// @throws IOException with what was printed where no cache came of it
  void run(Layout layout) throws IOException, InterruptedException {
    Path scratch = Files.createTempDirectory("cairn-training");
    try {
      new Tree(material).copyTo(scratch);
      repository(scratch.resolve(".git"));
      run(layout, scratch);
    } finally {
      new Tree(scratch).delete();
    }
  }

  /// What `git init` would make, by hand.
  private static void repository(Path git) throws IOException {
    Files.createDirectories(git.resolve("objects"));
    Files.createDirectories(git.resolve("refs/heads"));
    Files.writeString(git.resolve("HEAD"), "ref: refs/heads/main\n");
    Files.writeString(git.resolve("config"), "[core]\n\trepositoryformatversion = 0\n");
  }

  private void run(Layout layout, Path directory) throws IOException, InterruptedException {
    Path log = layout.root().resolve(family + ".log");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(OPTIONS);
    command.add("-XX:AOTCacheOutput=" + layout.cache(family));
    command.addAll(List.of("-cp", layout.classPath(), mainClass));
    command.addAll(arguments);
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().keySet().retainAll(List.of("PATH", "LANG", "LC_ALL"));
    builder.environment().putAll(environment);
    Process process = builder.start();
    boolean ended = process.waitFor(MINUTES, TimeUnit.MINUTES);
    if (!ended) {
      process.destroyForcibly();
    }
    if (!ended || process.exitValue() != 0 || !Files.exists(layout.cache(family))) {
      throw new IOException("there is no " + family + " cache:\n" + Files.readString(log));
    }
  }
}
