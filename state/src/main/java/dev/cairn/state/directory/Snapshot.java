package dev.cairn.state.directory;

import dev.cairn.api.state.StateStore.Revision;
import dev.cairn.api.value.Value;
import dev.cairn.codec.CodecException;
import dev.cairn.codec.Json;
import dev.cairn.codec.JsonException;
import dev.cairn.state.Problems;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// One revision: its tree, the revision before it, when and why it was made.
record Snapshot(String tree, @Nullable String parent, String at, String message) {
  @Nullable Revision before() {
    return parent == null ? null : new Revision(parent);
  }

  String write() {
    Map<String, Value> fields = new TreeMap<>();
    fields.put("at", new Value.Text(at));
    fields.put("message", new Value.Text(message));
    fields.put("tree", new Value.Text(tree));
    if (parent != null) {
      fields.put("parent", new Value.Text(parent));
    }
    return Json.canonical(Value.Fields.of(fields));
  }

  static Snapshot read(String id, byte[] content) {
    try {
      return Json.read(new String(content, StandardCharsets.UTF_8)) instanceof Value.Fields fields
          ? read(id, fields)
          : wrong(id);
    } catch (JsonException | CodecException e) {
      return wrong(id);
    }
  }

  private static Snapshot read(String id, Value.Fields fields) {
    Optional<String> tree = fields.text("tree");
    return tree.isEmpty()
        ? wrong(id)
        : new Snapshot(
            tree.get(),
            fields.text("parent").orElse(null),
            fields.text("at").orElse(""),
            fields.text("message").orElse(""));
  }

  private static Snapshot wrong(String id) {
    throw Problems.damaged(id, "it is no revision");
  }
}
