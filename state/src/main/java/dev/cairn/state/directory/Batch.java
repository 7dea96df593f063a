package dev.cairn.state.directory;

import dev.cairn.codec.Digests;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/// Contents that are kept together, once all of them are known.
final class Batch {
  private final Map<String, byte[]> contents = new TreeMap<>();

  String add(String text) {
    byte[] content = text.getBytes(StandardCharsets.UTF_8);
    String id = Digests.ofBytes(content).sha256();
    contents.put(id, content);
    return id;
  }

  void keep(Objects objects) throws IOException {
    objects.keep(contents);
    contents.clear();
  }

  void drop() {
    contents.clear();
  }
}
