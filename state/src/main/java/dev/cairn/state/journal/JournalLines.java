package dev.cairn.state.journal;

import dev.cairn.api.state.Journal.Entry;
import dev.cairn.codec.CodecException;
import dev.cairn.codec.Json;
import dev.cairn.codec.JsonException;
import dev.cairn.codec.Records;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The lines of a journal's file. The last one may be torn: without its end, or after a loss of
/// power with something else in it. It was never acknowledged, and so does not count.
final class JournalLines {
  private final Path path;
  private final List<Entry> entries = new ArrayList<>();
  private int end;

  JournalLines(Path path, Records records) throws IOException {
    this.path = path;
    byte[] content = Files.readAllBytes(path);
    int start = 0;
    for (int next = lineEnd(content, 0); next >= 0; next = lineEnd(content, start)) {
      boolean last = lineEnd(content, next + 1) < 0;
      String line = new String(content, start, next - start, StandardCharsets.UTF_8);
      if (!read(line, records, last)) {
        break;
      }
      start = next + 1;
    }
    end = start;
  }

  private static int lineEnd(byte[] content, int from) {
    for (int at = from; at < content.length; at++) {
      if (content[at] == '\n') {
        return at;
      }
    }
    return -1;
  }

  private boolean read(String line, Records records, boolean last) {
    try {
      entries.add(records.decode(Json.read(line), Entry.class));
      return true;
    } catch (JsonException e) {
      if (last) {
        return false;
      }
      throw JournalProblems.damaged(path, entries.size() + 1, e);
    } catch (CodecException e) {
      throw JournalProblems.damaged(path, entries.size() + 1, e);
    }
  }

  List<Entry> entries() {
    return List.copyOf(entries);
  }

  /// Where the last whole line ends.
  long end() {
    return end;
  }
}
