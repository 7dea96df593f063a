package dev.cairn.dist;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// Many jars as one, as the JVM's archive wants it: no signatures, no class file below version 50,
/// no multi-release entries, which are put in their place for the JDK that this runs on.
///
/// The first jar that has an entry wins; files of `META-INF/services` are joined; licences and
/// notices are kept under `META-INF/third-party/JAR/`.
final class MergedJar {
  private static final long STAMP = 315_532_800_000L;

  private final SortedMap<String, byte[]> entries = new TreeMap<>();

  /// Reads the jars, in the order of a class path.
  static MergedJar of(List<Path> jars) throws IOException {
    MergedJar merged = new MergedJar();
    for (Path jar : jars) {
      merged.add(jar);
    }
    ClassVersion version = new ClassVersion(Map.copyOf(merged.entries));
    merged.entries.replaceAll((name, content) -> version.archivable(content));
    return merged;
  }

  /// What is in it, by name.
  SortedMap<String, byte[]> entries() {
    return Collections.unmodifiableSortedMap(entries);
  }

  private void add(Path jar) throws IOException {
    Map<String, byte[]> own = new TreeMap<>();
    Map<Integer, Map<String, byte[]>> versions = new TreeMap<>();
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        if (!entry.isDirectory()) {
          byte[] content = zip.getInputStream(entry).readAllBytes();
          EntryName name = EntryName.of(entry.getName(), jar);
          name.place()
              .ifPresent(place ->
                  (name.version() == 0
                          ? own
                          : versions.computeIfAbsent(name.version(), v -> new TreeMap<>()))
                      .put(place, content));
        }
      }
    }
    versions.values().forEach(own::putAll);
    own.forEach((name, content) -> entries.merge(name, content, (a, b) -> join(name, a, b)));
  }

  private static byte[] join(String name, byte[] first, byte[] second) {
    if (!name.startsWith("META-INF/services/")) {
      return first;
    }
    ByteArrayOutputStream both = new ByteArrayOutputStream();
    both.writeBytes(first);
    both.writeBytes("\n".getBytes(StandardCharsets.UTF_8));
    both.writeBytes(second);
    return both.toByteArray();
  }

  /// Writes it, byte for byte the same for the same jars.
  ///
  /// @param stored whether entries are left uncompressed: larger and quicker to read
  void write(Path file, boolean stored) throws IOException {
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
      out.setLevel(1);
      for (var entry : entries.entrySet()) {
        out.putNextEntry(header(entry.getKey(), entry.getValue(), stored));
        out.write(entry.getValue());
        out.closeEntry();
      }
    }
  }

  private static ZipEntry header(String name, byte[] content, boolean stored) {
    ZipEntry entry = new ZipEntry(name);
    entry.setTime(STAMP);
    if (stored) {
      CRC32 crc = new CRC32();
      crc.update(content);
      entry.setMethod(ZipEntry.STORED);
      entry.setSize(content.length);
      entry.setCrc(crc.getValue());
    }
    return entry;
  }
}
