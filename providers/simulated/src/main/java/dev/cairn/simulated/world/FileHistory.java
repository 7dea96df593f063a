package dev.cairn.simulated.world;

import dev.cairn.api.value.Value;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// A history in one file, an entry a line, that grows at its end and is now and then replaced by a
/// shorter one. Reading writes nothing, not even an empty file. As thread-safe as its caller; a
/// [World] is.
public final class FileHistory implements History {
  private final Path path;
  private final Codec codec;
  private final Tail tail;
  private final Gate gate;

  /// @param path beside it lie `path.lock` and, while it is replaced, `path.new`
  public FileHistory(Path path, Codec codec) {
    this.path = path.toAbsolutePath();
    this.codec = codec;
    this.tail = new Tail(this.path, codec);
    this.gate = new Gate(beside(".lock"));
  }

  @Override
  public <T> T alone(Supplier<T> work) {
    return gate.alone(work);
  }

  @Override
  public News news() {
    return tail.news();
  }

  @Override
  public void append(Value.Fields entry) {
    tail.append(line(entry));
  }

  @Override
  public void replace(List<Value.Fields> entries) {
    Path next = beside(".new");
    try {
      Files.deleteIfExists(next);
      try (FileChannel out = PrivateFiles.open(next)) {
        String text = entries.stream().map(this::line).collect(Collectors.joining());
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
          out.write(bytes);
        }
      }
      Files.move(next, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    tail.skip(entries.size());
  }

  @Override
  public long length() {
    return tail.length();
  }

  @Override
  public void close() {
    tail.close();
    gate.close();
  }

  private String line(Value.Fields entry) {
    return codec.write(entry) + "\n";
  }

  private Path beside(String suffix) {
    return path.resolveSibling(path.getFileName() + suffix);
  }
}
