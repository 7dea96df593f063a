package dev.cairn.state.git;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/// The commit that HEAD names, read by hand: this is asked by every command, and loading JGit for
/// it takes longer than the command.
final class Head {
  private static final String SYMBOLIC = "ref: ";
  private static final int DEPTH = 5;

  private Head() {}

  /// Empty where there is no commit yet.
  ///
  /// @throws IOException where HEAD, or what it names, cannot be read
  static Optional<String> commit(GitPlace place) throws IOException {
    String head = Files.readString(place.gitDirectory().resolve("HEAD")).strip();
    for (int depth = 0; head.startsWith(SYMBOLIC) && depth < DEPTH; depth++) {
      String ref = head.substring(SYMBOLIC.length());
      Optional<String> next = ref(place, ref);
      if (next.isEmpty()) {
        return Optional.empty();
      }
      head = next.get();
    }
    if (!head.matches("[0-9a-f]{40,64}")) {
      throw new IOException(place.gitDirectory().resolve("HEAD") + " leads to no commit");
    }
    return Optional.of(head);
  }

  private static Optional<String> ref(GitPlace place, String name) throws IOException {
    Optional<String> own = text(place.gitDirectory().resolve(name));
    Optional<String> common = own.isPresent() ? own : text(place.commonDirectory().resolve(name));
    return common.isPresent()
        ? common
        : packed(place.commonDirectory().resolve("packed-refs"), name);
  }

  private static Optional<String> text(Path file) throws IOException {
    try {
      return Optional.of(Files.readString(file).strip());
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> packed(Path file, String name) throws IOException {
    return text(file).stream()
        .flatMap(String::lines)
        .filter(line -> line.endsWith(" " + name) && !line.startsWith("#"))
        .map(line -> line.substring(0, line.indexOf(' ')))
        .findFirst();
  }

  /// Whether refs are kept in files at all: reftables need JGit.
  static boolean inFiles(GitPlace place) {
    return !Files.isDirectory(place.commonDirectory().resolve("reftable"));
  }
}
