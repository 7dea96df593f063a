package dev.cairn.state.directory;

import dev.cairn.api.value.Value;
import dev.cairn.codec.CodecException;
import dev.cairn.codec.Json;
import dev.cairn.codec.JsonException;
import dev.cairn.state.Problems;
import dev.cairn.state.tree.Folders;
import dev.cairn.state.tree.Node;
import java.io.IOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Folders as objects of the form `{"name": {"file": ID}}` or `{"name": {"folder": ID}}`. Those
/// that were read are kept: a plan reads many files of few folders.
final class StoredFolders implements Folders {
  private static final String FILE = "file";
  private static final String FOLDER = "folder";

  private final Objects objects;
  private final Batch batch;
  private final Map<String, SortedMap<String, Node>> open = new HashMap<>();

  StoredFolders(Objects objects, Batch batch) {
    this.objects = objects;
    this.batch = batch;
  }

  @Override
  public SortedMap<String, Node> open(String id) throws IOException {
    SortedMap<String, Node> known = open.get(id);
    if (known == null) {
      known = read(id);
      open.put(id, known);
    }
    return known;
  }

  private SortedMap<String, Node> read(String id) throws IOException {
    try {
      SortedMap<String, Node> children = new TreeMap<>();
      if (!(Json.read(objects.read(id)) instanceof Value.Fields fields)) {
        throw Problems.damaged(id, "it is no folder");
      }
      fields.fields().keySet().forEach(name -> children.put(name, node(id, fields.fields(name))));
      return Collections.unmodifiableSortedMap(children);
    } catch (JsonException | CodecException e) {
      throw Problems.damaged(id, "it is no folder");
    }
  }

  private static Node node(String folder, Value.Fields written) {
    return written
        .text(FILE)
        .map(id -> new Node(id, false))
        .or(() -> written.text(FOLDER).map(id -> new Node(id, true)))
        .orElseThrow(() -> Problems.damaged(folder, "it is no folder"));
  }

  @Override
  public String save(SortedMap<String, Node> children) {
    SortedMap<String, Value> fields = new TreeMap<>();
    children.forEach((name, node) ->
        fields.put(
            name, Value.Fields.of(node.folder() ? FOLDER : FILE, new Value.Text(node.id()))));
    String id = batch.add(Json.canonical(new Value.Fields(fields)));
    open.put(id, Collections.unmodifiableSortedMap(new TreeMap<>(children)));
    return id;
  }

  /// Forgets what was read of older revisions.
  void forget() {
    open.clear();
  }
}
