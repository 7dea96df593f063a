package dev.cairn.simulated.world;

import dev.cairn.api.value.Value;
import dev.cairn.simulated.world.History.News;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The place in a file of lines up to which we know it. What comes after the last line break was
/// never acknowledged: it is not read, and the next writer cuts it off.
final class Tail {
  private final Path path;
  private final Codec codec;
  private @Nullable FileChannel channel;
  private @Nullable Object file;
  private long offset;
  private long lines;

  Tail(Path path, Codec codec) {
    this.path = path;
    this.codec = codec;
  }

  long length() {
    return lines;
  }

  News news() {
    try {
      BasicFileAttributes now = Files.readAttributes(path, BasicFileAttributes.class);
      boolean other = !Objects.equals(key(now), file);
      if (other) {
        begin(key(now));
      }
      return other || now.size() > offset ? new News(other, read()) : News.NONE;
    } catch (NoSuchFileException e) {
      return gone();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Adds a line after what is known; nobody else writes meanwhile, and there is no news.
  void append(String line) {
    byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
    try {
      FileChannel out = opened();
      if (out.size() > offset) {
        out.truncate(offset);
      }
      ByteBuffer rest = ByteBuffer.wrap(bytes);
      while (rest.hasRemaining()) {
        out.write(rest, offset + rest.position());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    offset += bytes.length;
    lines++;
  }

  /// Takes everything in a replaced file as known.
  void skip(long known) {
    close();
    try {
      BasicFileAttributes now = Files.readAttributes(path, BasicFileAttributes.class);
      file = key(now);
      offset = now.size();
      lines = known;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void close() {
    try {
      if (channel != null) {
        channel.close();
      }
      channel = null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private News gone() {
    boolean known = file != null;
    begin(null);
    return known ? new News(true, List.of()) : News.NONE;
  }

  private void begin(@Nullable Object key) {
    close();
    file = key;
    offset = 0;
    lines = 0;
  }

  private List<Value.Fields> read() throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(Files.size(path) - offset));
    try (FileChannel in = FileChannel.open(path, StandardOpenOption.READ)) {
      while (bytes.hasRemaining() && in.read(bytes, offset + bytes.position()) >= 0) {}
    }
    String text = new String(bytes.array(), 0, whole(bytes), StandardCharsets.UTF_8);
    List<Value.Fields> entries = new ArrayList<>();
    text.lines().forEach(line -> entries.add(entry(line)));
    offset += whole(bytes);
    lines += entries.size();
    return entries;
  }

  private Value.Fields entry(String line) {
    if (codec.read(line) instanceof Value.Fields fields) {
      return fields;
    }
    throw new IllegalArgumentException("not an entry of a simulated world: " + path);
  }

  /// How many bytes there are up to and with the last line break.
  private static int whole(ByteBuffer bytes) {
    int end = bytes.position();
    while (end > 0 && bytes.get(end - 1) != '\n') {
      end--;
    }
    return end;
  }

  private FileChannel opened() throws IOException {
    FileChannel open = channel;
    if (open == null) {
      open = PrivateFiles.open(path);
      channel = open;
      if (file == null) {
        file = key(Files.readAttributes(path, BasicFileAttributes.class));
      }
    }
    return open;
  }

  private static Object key(BasicFileAttributes attributes) {
    Object key = attributes.fileKey();
    return key == null ? attributes.creationTime() : key;
  }
}
