package dev.cairn.dist;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.ToolProvider;

/// Stands in for Cairn: a main class of the same name, in a jar that is built here.
final class SampleProgram {
  private SampleProgram() {}

  /// A jar whose main class prints `word` and its arguments and ends with 7 where there are any.
  static Path jar(Path directory, String word) throws IOException {
    String source =
        """
        package dev.cairn.cli;
        public class Main {
          public static void main(String[] arguments) {
            System.out.println("%s " + String.join("|", arguments));
            System.exit(arguments.length == 0 ? 0 : 7);
          }
        }
        """
            .formatted(word);
    Path file = directory.resolve("Main.java");
    Files.writeString(file, source);
    Path classes = Files.createTempDirectory(directory, "classes");
    int exit =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-d", classes.toString(), file.toString());
    if (exit != 0) {
      throw new IOException("the sample does not compile");
    }
    byte[] main = Files.readAllBytes(classes.resolve("dev/cairn/cli/Main.class"));
    return jar(directory.resolve("cairn-sample.jar"), Map.of("dev/cairn/cli/Main.class", main));
  }

  static Path jar(Path file, Map<String, byte[]> entries) throws IOException {
    try (OutputStream bytes = Files.newOutputStream(file);
        ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (var entry : new TreeMap<>(entries).entrySet()) {
        ZipEntry header = new ZipEntry(entry.getKey());
        header.setTime(0);
        out.putNextEntry(header);
        out.write(entry.getValue());
        out.closeEntry();
      }
    }
    return file;
  }

  static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /// The launcher of this repository.
  static Path launcher() {
    return Stream.iterate(Path.of("").toAbsolutePath(), Path::getParent)
        .map(directory -> directory.resolve("cairn"))
        .filter(Files::isRegularFile)
        .findFirst()
        .orElseThrow();
  }

  static Training training(Path material) {
    return new Training("core", "dev.cairn.cli.Main", List.of(), material, Map.of());
  }
}
