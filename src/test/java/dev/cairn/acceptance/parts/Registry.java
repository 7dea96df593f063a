package dev.cairn.acceptance.parts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A registry of images, served from plain files by a shell of the test image, in a container on
/// the engine that pulls from it. It has one image, the test image under another name.
public final class Registry implements AutoCloseable {
  /// The name under which its image is pulled.
  public static final String IMAGE = "127.0.0.1:5000/pulled:1";

  private static final String NAME = "cairn-test-registry";
  private static final Path SCRIPT = Path.of("resources", "registry.sh").toAbsolutePath();
  private static final String MANIFEST = "application/vnd.docker.distribution.manifest.v2+json";
  private final Engine engine;

  private Registry(Engine engine) {
    this.engine = engine;
  }

  /// @param work an empty directory
  public static Registry on(Engine engine, Path work) {
    Registry registry = new Registry(engine);
    try {
      engine.docker(
          "create",
          "--name",
          NAME,
          "--network",
          "host",
          Engine.IMAGE,
          "nc",
          "-ll",
          "-p",
          "5000",
          "-e",
          "/registry/answer.sh");
      engine.docker("cp", files(engine, work).toString(), NAME + ":/registry");
      engine.docker("start", NAME);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return registry;
  }

  private static Path files(Engine engine, Path work) throws IOException {
    Path archive = work.resolve("image.tar");
    Path saved = Files.createDirectory(work.resolve("saved"));
    engine.docker("save", "-o", archive.toString(), Engine.IMAGE);
    Shell.run(List.of("tar", "-xf", archive.toString(), "-C", saved.toString())).orFail();
    String index = Files.readString(saved.resolve("manifest.json"));
    Path files = work.resolve("registry");
    Path image = files.resolve("v2").resolve("pulled");
    Files.createDirectories(image.resolve("manifests"));
    Files.createDirectories(image.resolve("blobs"));
    Files.copy(SCRIPT, files.resolve("answer.sh"));
    Shell.run(List.of("chmod", "+x", files.resolve("answer.sh").toString())).orFail();
    String config =
        blob(
            image,
            saved.resolve(only("\"Config\":\"([^\"]+)\"", index)),
            "application/vnd.docker.container.image.v1+json");
    String layer =
        blob(
            image,
            saved.resolve(only("\"Layers\":\\[\"([^\"]+)\"\\]", index)),
            "application/vnd.docker.image.rootfs.diff.tar");
    byte[] manifest =
        "{\"schemaVersion\":2,\"mediaType\":\"%s\",\"config\":%s,\"layers\":[%s]}"
            .formatted(MANIFEST, config, layer)
            .getBytes(StandardCharsets.UTF_8);
    for (String name : List.of("1", digest(manifest))) {
      Files.write(image.resolve("manifests").resolve(name), manifest);
    }
    return files;
  }

  private static String only(String pattern, String text) {
    Matcher found = Pattern.compile(pattern).matcher(text);
    if (!found.find()) {
      throw new IllegalStateException("no " + pattern + " in " + text);
    }
    return found.group(1);
  }

  private static String blob(Path image, Path file, String type) throws IOException {
    byte[] content = Files.readAllBytes(file);
    String digest = digest(content);
    Files.write(image.resolve("blobs").resolve(digest), content);
    return "{\"mediaType\":\"%s\",\"size\":%d,\"digest\":\"%s\"}"
        .formatted(type, content.length, digest);
  }

  private static String digest(byte[] content) {
    try {
      byte[] sum = MessageDigest.getInstance("SHA-256").digest(content);
      return "sha256:" + HexFormat.of().formatHex(sum);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Override
  public void close() {
    engine.docker("rm", "-f", NAME);
  }
}
