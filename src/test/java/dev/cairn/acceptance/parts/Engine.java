package dev.cairn.acceptance.parts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A Docker engine: the machine's own if one answers, else a `dockerd` of Debian's `docker.io` on a
/// private socket with a data directory of its own.
public final class Engine implements AutoCloseable {
  /// A busybox root file system: a shell, and httpd on port 8080 with `/www`.
  public static final String IMAGE = "cairn.test/busybox:1";

  private static final List<String> PACKAGES =
      List.of("docker.io", "busybox-static", "iputils-arping");
  private final Path socket;
  private final @Nullable Process daemon;
  private final @Nullable Path home;

  private Engine(Path socket, @Nullable Process daemon, @Nullable Path home) {
    this.socket = socket;
    this.daemon = daemon;
    this.home = home;
  }

  static Engine start() throws Missing {
    Path usual = Path.of("/var/run/docker.sock");
    Engine engine = Files.exists(usual) && answers(usual) ? new Engine(usual, null, null) : own();
    engine.load();
    return engine;
  }

  private static Engine own() throws Missing {
    if (!"root".equals(System.getProperty("user.name"))) {
      throw new Missing(
          "a Docker engine", "none answers on /var/run/docker.sock, and only root can start one");
    }
    install();
    try {
      // A socket's path may have 107 characters at the most, so it is not under target/.
      Path home = Files.createTempDirectory("cairn-engine");
      Path socket = home.resolve("docker.sock");
      Process daemon =
          new ProcessBuilder(
                  "dockerd",
                  "--data-root=" + home.resolve("data"),
                  "--exec-root=" + home.resolve("exec"),
                  "--pidfile=" + home.resolve("docker.pid"),
                  "--init",
                  "--shutdown-timeout=3",
                  "-H",
                  "unix://" + socket)
              .redirectErrorStream(true)
              .redirectOutput(home.resolve("log").toFile())
              .start();
      Engine engine = new Engine(socket, daemon, home);
      Runtime.getRuntime().addShutdownHook(new Thread(engine::close));
      engine.awaitAnswer(daemon, home);
      return engine;
    } catch (IOException failed) {
      throw new Missing("a Docker engine", failed);
    }
  }

  private static void install() throws Missing {
    if (Shell.has("dockerd") && Shell.has("busybox")) {
      return;
    }
    if (!Shell.has("apt-get")) {
      throw new Missing(
          "a Docker engine",
          "there is no dockerd, and no apt-get to install Debian's docker.io with");
    }
    Map<String, String> quiet = Map.of("DEBIAN_FRONTEND", "noninteractive");
    Shell.run(List.of("apt-get", "-qq", "update"), Path.of("."), quiet, Duration.ofMinutes(5));
    List<String> install =
        new ArrayList<>(List.of("apt-get", "-qq", "install", "-y", "--no-install-recommends"));
    install.addAll(PACKAGES);
    Shell.Result result = Shell.run(install, Path.of("."), quiet, Duration.ofMinutes(8));
    if (result.exit() != 0) {
      throw new Missing(
          "a Docker engine", "apt-get could not install " + PACKAGES + ": " + result.err());
    }
  }

  public Path socket() {
    return socket;
  }

  public String endpoint() {
    return "unix://" + socket;
  }

  /// Runs the docker command against this engine.
  public String docker(String... arguments) {
    List<String> command = new ArrayList<>(List.of("docker", "-H", endpoint()));
    command.addAll(List.of(arguments));
    return Shell.run(command).orFail().out().strip();
  }

  @Override
  public void close() {
    Process own = daemon;
    Path files = home;
    if (own == null || files == null || !own.isAlive()) {
      return;
    }
    own.destroy();
    try {
      if (!own.waitFor(20, java.util.concurrent.TimeUnit.SECONDS)) {
        own.destroyForcibly();
      }
      delete(files);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static void delete(Path directory) {
    try (Stream<Path> all = Files.walk(directory)) {
      all.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException | java.io.UncheckedIOException leftBehind) {
      System.err.println("left behind: " + directory + " (" + leftBehind.getMessage() + ")");
    }
  }

  private void awaitAnswer(Process starting, Path files) throws Missing {
    for (int attempt = 0; attempt < 300 && starting.isAlive(); attempt++) {
      if (answers(socket)) {
        return;
      }
      Waiting.briefly();
    }
    throw new Missing("a Docker engine", "dockerd did not come up; see " + files.resolve("log"));
  }

  private static boolean answers(Path socket) {
    return Shell.has("docker")
        && Shell.run(List.of("docker", "-H", "unix://" + socket, "version")).exit() == 0;
  }

  /// Makes the test image from busybox, as no registry is needed for it.
  private void load() throws Missing {
    if (!docker("images", "-q", IMAGE).isEmpty()) {
      return;
    }
    if (!Shell.has("busybox")) {
      install();
    }
    try {
      Path root = Files.createTempDirectory("cairn-rootfs");
      for (String directory : List.of("bin", "etc", "tmp", "www")) {
        Files.createDirectory(root.resolve(directory));
      }
      Files.copy(Path.of("/bin/busybox"), root.resolve("bin/busybox"));
      for (String applet :
          Shell.run(List.of("/bin/busybox", "--list")).orFail().out().strip().split("\n")) {
        Path link = root.resolve("bin").resolve(applet);
        if (!Files.exists(link)) {
          Files.createSymbolicLink(link, Path.of("busybox"));
        }
      }
      Files.writeString(root.resolve("www/index.html"), "hello\n");
      Path archive = root.resolveSibling(root.getFileName() + ".tar");
      Shell.run(
              List.of(
                  "tar",
                  "-C",
                  root.toString(),
                  "--owner=0",
                  "--group=0",
                  "-cf",
                  archive.toString(),
                  "."))
          .orFail();
      docker(
          "import",
          "--change",
          "ENV PATH=/bin",
          "--change",
          "CMD [\"/bin/sh\"]",
          archive.toString(),
          IMAGE);
      Files.delete(archive);
      delete(root);
    } catch (IOException failed) {
      throw new Missing("the test image", failed);
    }
  }
}
