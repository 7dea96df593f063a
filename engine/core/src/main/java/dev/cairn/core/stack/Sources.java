package dev.cairn.core.stack;

import dev.cairn.api.diagnostic.SourceRange;
import dev.cairn.core.expression.ReadableFiles;
import dev.cairn.core.yaml.Node;
import dev.cairn.core.yaml.YamlReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The files of one load, named relative to the repository's root.
final class Sources {
  /// In MiB: some ten thousand resources.
  private static final int LARGEST = 8;

  private final Path root;
  private final Reading reading;
  private final Set<String> read = new LinkedHashSet<>();

  Sources(Path root, Reading reading) {
    this.root = real(root);
    this.reading = reading;
  }

  /// The path without links, as far as it exists.
  static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      return path.toAbsolutePath().normalize();
    }
  }

  /// Why a file may not be read, after links; empty where it may.
  Optional<String> refusal(Path file) {
    try {
      return ReadableFiles.refusal(root, real(file));
    } catch (IOException e) {
      return Optional.of("lies in no repository");
    }
  }

  /// The file's name in positions.
  String label(Path file) {
    Path real = real(file);
    return (real.startsWith(root) ? root.relativize(real) : real).toString().replace('\\', '/');
  }

  /// Every file that was read, in that order.
  List<String> files() {
    return new ArrayList<>(read);
  }

  void add(String file) {
    read.add(file);
  }

  /// The mapping that a file holds; empty where something was reported.
  Optional<Node.Mapping> mapping(Path file) {
    String label = label(file);
    return text(file, label)
        .flatMap(text -> YamlReader.read(label, text, reading.sink()))
        .flatMap(this::mapping);
  }

  private Optional<Node.Mapping> mapping(Node node) {
    if (node instanceof Node.Mapping mapping) {
      return Optional.of(mapping);
    }
    reading.error(
        "CRN1203",
        "a value has the wrong type",
        "expected a mapping, found " + node.kind(),
        node.range());
    return Optional.empty();
  }

  private Optional<String> text(Path file, String label) {
    SourceRange start = new SourceRange(label, 1, 1, 1, 1);
    try {
      String text = ReadableFiles.text(file, LARGEST);
      read.add(label);
      return Optional.of(text);
    } catch (ReadableFiles.NoText e) {
      reading.error("CRN1001", "a file cannot be read", label + " " + e.getMessage(), start);
    } catch (NoSuchFileException e) {
      reading.error("CRN1001", "a file cannot be read", "there is no file " + label, start);
    } catch (CharacterCodingException e) {
      reading.error("CRN1015", "the file is not UTF-8", label, start, "save it as UTF-8");
    } catch (IOException e) {
      reading.error("CRN1001", "a file cannot be read", label + ": " + e.getMessage(), start);
    }
    return Optional.empty();
  }
}
