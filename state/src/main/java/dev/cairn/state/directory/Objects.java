package dev.cairn.state.directory;

import dev.cairn.codec.Digests;
import dev.cairn.state.LocalFolder;
import dev.cairn.state.Problems;
import dev.cairn.state.Replacement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/// Contents by their SHA-256: single files, or for many at once a pack.
final class Objects {
  /// From how many new objects on a pack is written in place of single files.
  private static final int MANY = 200;

  private final Path folder;
  private final Packs packs;

  Objects(Path root) {
    this.folder = root.resolve("objects");
    this.packs = new Packs(root.resolve("packs"));
  }

  /// @throws dev.cairn.api.diagnostic.DiagnosticException where it is not there or not what it was
  byte[] read(String id) throws IOException {
    byte[] content = find(id).orElseThrow(() -> Problems.damaged(folder.toString(), id + " lacks"));
    if (!Digests.ofBytes(content).sha256().equals(id)) {
      throw Problems.damaged(folder.toString(), id + " has another content");
    }
    return content;
  }

  boolean has(String id) throws IOException {
    return find(id).isPresent();
  }

  private Optional<byte[]> find(String id) throws IOException {
    try {
      return Optional.of(Files.readAllBytes(file(id)));
    } catch (NoSuchFileException e) {
      return packs.read(id);
    }
  }

  /// Keeps contents for good.
  ///
  /// @param contents by their ids
  void keep(Map<String, byte[]> contents) throws IOException {
    packs.refresh();
    Map<String, byte[]> fresh = new TreeMap<>();
    for (Map.Entry<String, byte[]> content : contents.entrySet()) {
      if (!Files.exists(file(content.getKey())) && !packs.knows(content.getKey())) {
        fresh.put(content.getKey(), content.getValue());
      }
    }
    if (fresh.size() >= MANY) {
      packs.write(fresh);
    } else {
      single(fresh);
    }
  }

  private void single(Map<String, byte[]> contents) throws IOException {
    TreeSet<Path> touched = new TreeSet<>();
    for (Map.Entry<String, byte[]> content : contents.entrySet()) {
      Path file = file(content.getKey());
      Replacement.write(file, content.getValue());
      touched.add(file.getParent());
    }
    for (Path each : touched) {
      LocalFolder.sync(each);
    }
  }

  private Path file(String id) {
    return folder.resolve(id.substring(0, 2)).resolve(id.substring(2));
  }
}
