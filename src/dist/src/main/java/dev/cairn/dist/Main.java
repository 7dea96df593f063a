package dev.cairn.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/// Called by the build, with the repository's root, the file that holds the class path, and the
/// time at which the build started.
final class Main {
  private Main() {}

  static void main(String[] arguments) throws IOException, InterruptedException {
    Path root = Path.of(arguments[0]).toRealPath();
    List<Path> classPath =
        Stream.of(Files.readString(Path.of(arguments[1])).strip().split(":"))
            .map(Path::of)
            .toList();
    Distribution distribution = new Distribution(root.resolve("dist"), root.resolve("cairn"));
    Path material = root.resolve("src/dist/src/main/training");
    try (Stub stub = new Stub()) {
      Path made =
          distribution.make(
              Jars.of(classPath), Trainings.in(material, stub), Instant.parse(arguments[2]));
      IO.println("cairn-dist: dist/" + made.getFileName());
    }
  }
}
