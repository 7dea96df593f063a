package dev.cairn.state.directory;

import dev.cairn.codec.Digests;
import dev.cairn.state.LocalFolder;
import dev.cairn.state.Problems;
import dev.cairn.state.Replacement;
import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Files with many objects each: a line with the length of the index, the index with a line `ID
/// LENGTH` for each object, then the objects in that order.
final class Packs {
  private final Path folder;
  private final Map<String, Place> places = new HashMap<>();
  private final Set<Path> seen = new HashSet<>();

  private record Place(Path pack, long offset, int length) {}

  Packs(Path folder) {
    this.folder = folder;
  }

  /// Whether a pack that was seen at the last look has an object.
  synchronized boolean knows(String id) {
    return places.containsKey(id);
  }

  synchronized Optional<byte[]> read(String id) throws IOException {
    Optional<Place> place = place(id);
    return place.isEmpty() ? Optional.empty() : Optional.of(read(place.get()));
  }

  private static byte[] read(Place place) throws IOException {
    try (RandomAccessFile in = new RandomAccessFile(place.pack().toFile(), "r")) {
      byte[] content = new byte[place.length()];
      in.seek(place.offset());
      in.readFully(content);
      return content;
    }
  }

  /// Looks again at the folder where an id is not known: another process may have added a pack.
  private Optional<Place> place(String id) throws IOException {
    if (!places.containsKey(id)) {
      refresh();
    }
    return Optional.ofNullable(places.get(id));
  }

  /// Looks for packs that other processes have added.
  synchronized void refresh() throws IOException {
    try (DirectoryStream<Path> packs = Files.newDirectoryStream(folder, "*.pack")) {
      for (Path pack : packs) {
        if (!seen.contains(pack)) {
          index(pack);
          seen.add(pack);
        }
      }
    } catch (NoSuchFileException e) {
      // nothing was packed yet
      return;
    }
  }

  private void index(Path pack) throws IOException {
    try (RandomAccessFile in = new RandomAccessFile(pack.toFile(), "r")) {
      byte[] index = new byte[within(in, in.readLine())];
      in.readFully(index);
      long offset = in.getFilePointer();
      for (String line : new String(index, StandardCharsets.US_ASCII).split("\n", -1)) {
        if (!line.isEmpty()) {
          int space = line.indexOf(' ');
          int length = within(in, line.substring(space + 1));
          places.put(line.substring(0, space), new Place(pack, offset, length));
          offset += length;
        }
      }
    } catch (NumberFormatException | IndexOutOfBoundsException | EOFException e) {
      throw Problems.damaged(pack.toString(), "its index cannot be read");
    }
  }

  /// A length that the file has room for.
  private static int within(RandomAccessFile file, String length) throws IOException {
    return java.util.Objects.checkIndex(Integer.parseInt(length), Math.toIntExact(file.length()));
  }

  synchronized void write(Map<String, byte[]> contents) throws IOException {
    StringBuilder lines = new StringBuilder();
    contents.forEach(
        (id, content) -> lines.append(id).append(' ').append(content.length).append('\n'));
    byte[] index = lines.toString().getBytes(StandardCharsets.US_ASCII);
    Path pack = folder.resolve(Digests.ofBytes(index).sha256() + ".pack");
    Replacement.write(
        pack,
        stream -> {
          var out = new java.io.BufferedOutputStream(stream, 1 << 16);
          out.write((index.length + "\n").getBytes(StandardCharsets.US_ASCII));
          out.write(index);
          for (byte[] content : contents.values()) {
            out.write(content);
          }
          out.flush();
        });
    LocalFolder.sync(folder);
  }
}
