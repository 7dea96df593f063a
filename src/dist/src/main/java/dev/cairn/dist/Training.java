package dev.cairn.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Makes an ahead-of-time cache by running commands in one JVM that notes the classes they load.
///
/// @param family the name of the cache
/// @param mainClass runs the commands
/// @param arguments of the main class
/// @param material a directory; the JVM runs in a copy of it
record Training(String family, String mainClass, List<String> arguments, Path material) {
  /// What the launcher gives too, word for word: a cache that was made with others is not used.
  private static final List<String> OPTIONS =
      List.of(
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-XX:-UsePerfData",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow");

  Training {
    arguments = List.copyOf(arguments);
  }

  /// @throws IOException with what was printed where no cache came of it
  void run(Layout layout) throws IOException, InterruptedException {
    Path scratch = Files.createTempDirectory("cairn-training");
    try {
      new Tree(material).copyTo(scratch);
      run(layout, scratch);
    } finally {
      new Tree(scratch).delete();
    }
  }

  private void run(Layout layout, Path directory) throws IOException, InterruptedException {
    Path log = directory.resolve(family + ".log");
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
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    int exit = builder.start().waitFor();
    if (exit != 0 || !Files.exists(layout.cache(family))) {
      throw new IOException(
          "no " + family + " cache, exit " + exit + ":\n" + Files.readString(log));
    }
  }
}
