package dev.cairn.dist;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The jars of the class path, in two parts: what every command may need, and the clients of AWS,
/// Docker and git with all that only they need.
record Jars(List<Path> core, List<Path> cloud) {
  /// The jars whose classes commands without a cloud use, by the beginnings of their names.
  private static final List<String> CORE =
      List.of(
          "cairn-",
          "picocli-",
          "snakeyaml-engine-",
          "json-schema-validator-",
          "itu-",
          "jackson-core-3",
          "jackson-databind-3",
          "jackson-dataformat-yaml-3",
          "jackson-annotations-",
          "slf4j-",
          "cel-",
          "guava-",
          "failureaccess-",
          "protobuf-java-",
          "antlr4-runtime-",
          "re2j-",
          "jspecify-");

  Jars {
    core = List.copyOf(core);
    cloud = List.copyOf(cloud);
  }

  /// @param classPath in its order; a jar earlier in it hides entries of a later one
  static Jars of(List<Path> classPath) {
    List<Path> core = new ArrayList<>();
    List<Path> cloud = new ArrayList<>();
    for (Path jar : classPath) {
      (isCore(jar) ? core : cloud).add(jar);
    }
    return new Jars(core, cloud);
  }

  private static boolean isCore(Path jar) {
    String name = String.valueOf(jar.getFileName());
    return CORE.stream().anyMatch(name::startsWith);
  }

  List<Path> all() {
    List<Path> all = new ArrayList<>(core);
    all.addAll(cloud);
    return all;
  }
}
