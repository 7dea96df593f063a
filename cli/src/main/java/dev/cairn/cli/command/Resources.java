package dev.cairn.cli.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Text files that the program carries, below one directory.
///
/// @param root absolute, without a slash at the end
/// @param sample a file that is surely there, by which the others are found
record Resources(String root, String sample) {
  Optional<String> read(String path) {
    try (InputStream in = Resources.class.getResourceAsStream(root + "/" + path)) {
      return in == null
          ? Optional.empty()
          : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(root + "/" + path, e);
    }
  }

  /// The paths of all files, relative to the root, in order.
  List<String> list() {
    URL found = Resources.class.getResource(root + "/" + sample);
    if (found == null) {
      return List.of();
    }
    try {
      URI uri = found.toURI();
      if (!"jar".equals(uri.getScheme())) {
        Path file = Path.of(uri);
        return below(
            Path.of(file.toString().substring(0, file.toString().length() - sample.length())));
      }
      try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
        return below(jar.getPath(root));
      }
    } catch (IOException | URISyntaxException e) {
      throw new IllegalStateException(root, e);
    }
  }

  private static List<String> below(Path directory) throws IOException {
    try (Stream<Path> all = Files.walk(directory)) {
      return all.filter(Files::isRegularFile)
          .map(file -> directory.relativize(file).toString())
          .sorted()
          .toList();
    }
  }
}
