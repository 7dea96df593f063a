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

/// A Docker engine of Debian's `docker.io`, in network, mount and pid namespaces of its own: the
/// machine's interfaces, firewall and mounts stay as they are, and all of it ends with this
/// process, however that ends. An engine that is already running is used only when asked for, by
/// `-Dcairn.engine=unix:///var/run/docker.sock`.
public final class Engine implements AutoCloseable {
  /// A busybox root file system: a shell, and httpd on port 8080 with `/www`.
  public static final String IMAGE = "cairn.test/busybox:1";

  private static final List<String> PACKAGES =
      List.of("docker.io", "busybox-static", "iputils-arping", "iproute2");
  private static final Path SCRIPT =
      Path.of("resources", "engine-in-namespaces.sh").toAbsolutePath();
  private static final Duration END = Duration.ofSeconds(20);
  private final Path socket;
  private final @Nullable Process namespaces;

  private Engine(Path socket, @Nullable Process namespaces) {
    this.socket = socket;
    this.namespaces = namespaces;
  }

  static Engine start() throws Missing {
    return start(Daemon.PLAIN);
  }

  /// With settings of its own, or of another release, it is always one that is started here.
  static Engine start(Daemon daemon) throws Missing {
    String asked = daemon.equals(Daemon.PLAIN) ? System.getProperty("cairn.engine") : null;
    Engine engine = asked == null ? own(daemon) : running(asked);
    engine.load();
    return engine;
  }

  private static Engine running(String endpoint) throws Missing {
    Path socket = Path.of(endpoint.replaceFirst("^unix://", ""));
    if (!answers(socket)) {
      throw new Missing("a Docker engine", "none answers at -Dcairn.engine=" + endpoint);
    }
    return new Engine(socket, null);
  }

  private static Engine own(Daemon daemon) throws Missing {
    if (!"root".equals(System.getProperty("user.name"))) {
      throw new Missing(
          "a Docker engine",
          "only root can start one in namespaces of its own; -Dcairn.engine=unix://SOCKET uses one"
              + " that is running");
    }
    install();
    try {
      // A socket's path may have 107 characters at the most, so it is not under target/.
      Path shared = Files.createTempDirectory("cairn-engine");
      Files.writeString(shared.resolve("daemon.json"), daemon.settings());
      Process namespaces = namespaces(shared, daemon);
      Engine engine = new Engine(shared.resolve("docker.sock"), namespaces);
      Runtime.getRuntime().addShutdownHook(new Thread(engine::close));
      engine.awaitAnswer(namespaces, shared);
      return engine;
    } catch (IOException failed) {
      throw new Missing("a Docker engine", failed);
    }
  }

  /// The first process of the namespaces ends with its standard input, which is a pipe from here:
  /// also when this process is killed.
  private static Process namespaces(Path shared, Daemon daemon) throws IOException {
    ProcessBuilder unshare =
        new ProcessBuilder(
            "unshare",
            "--mount",
            "--uts",
            "--ipc",
            "--net",
            "--pid",
            "--fork",
            "--kill-child",
            "--mount-proc",
            "sh",
            SCRIPT.toString(),
            shared.toString(),
            shared.getFileName().toString());
    unshare.environment().merge("PATH", daemon.path(), (path, first) -> first + path);
    return unshare
        .redirectErrorStream(true)
        .redirectOutput(shared.resolve("init.log").toFile())
        .start();
  }

  private static void install() throws Missing {
    if (Shell.has("dockerd") && Shell.has("busybox") && Shell.has("ip")) {
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

  /// Stops or continues the daemon, as a machine that is out of memory does.
  public void freeze(boolean frozen) {
    Process own = namespaces;
    if (own == null) {
      throw new IllegalStateException("only an engine of the tests is frozen");
    }
    own.descendants()
        .filter(process -> process.info().command().orElse("").endsWith("/dockerd"))
        .forEach(process ->
            Shell.run(List.of("kill", frozen ? "-STOP" : "-CONT", Long.toString(process.pid())))
                .orFail());
  }

  @Override
  public void close() {
    Process own = namespaces;
    if (own == null || !own.isAlive()) {
      return;
    }
    try {
      own.getOutputStream().close();
      if (!own.waitFor(END)) {
        own.destroyForcibly();
      }
    } catch (IOException failed) {
      own.destroyForcibly();
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

  private void awaitAnswer(Process starting, Path shared) throws Missing {
    for (int attempt = 0; attempt < 300 && starting.isAlive(); attempt++) {
      if (answers(socket)) {
        return;
      }
      Waiting.briefly();
    }
    throw new Missing("a Docker engine", "dockerd did not come up; see its logs in " + shared);
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
