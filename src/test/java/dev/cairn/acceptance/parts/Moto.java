package dev.cairn.acceptance.parts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// moto's server, unmodified, from PyPI in a virtual environment of the build's own.
public final class Moto implements AutoCloseable {
  private static final Path HOME = Path.of("target", "moto").toAbsolutePath();
  private final Process server;
  private final URI uri;

  /// The server ends with its standard input, which is a pipe from here: also when this process is
  /// killed.
  private static final String SERVER =
      """
      import os, sys, threading
      from moto.server import main
      threading.Thread(target=lambda: (sys.stdin.read(), os._exit(0)), daemon=True).start()
      main(sys.argv[1:])
      """;

  private Moto(Process server, URI uri) {
    this.server = server;
    this.uri = uri;
  }

  static Moto start() throws Missing {
    try {
      Path python = python();
      int port = freePort();
      Process server =
          new ProcessBuilder(python.toString(), "-c", SERVER, "-H", "127.0.0.1", "-p", "" + port)
              .redirectErrorStream(true)
              .redirectOutput(HOME.resolve("moto-" + port + ".log").toFile())
              .start();
      Moto moto = new Moto(server, URI.create("http://127.0.0.1:" + port));
      moto.awaitAnswer();
      return moto;
    } catch (IOException | IllegalStateException failed) {
      throw new Missing("moto", failed);
    }
  }

  public URI uri() {
    return uri;
  }

  /// Runs a boto3 script against this server; `ec2` and `asg` are clients, `json` is imported.
  public String boto3(String script) {
    return boto3(uri, script);
  }

  /// Runs it against what stands before this server.
  public String boto3(URI endpoint, String script) {
    String prelude =
        """
        import boto3, json, sys
        o = dict(endpoint_url=sys.argv[1], region_name='us-east-1', aws_access_key_id='test', aws_secret_access_key='test')
        ec2 = boto3.client('ec2', **o); asg = boto3.client('autoscaling', **o)
        """;
    List<String> command =
        List.of(
            HOME.resolve("venv/bin/python").toString(),
            "-c",
            prelude + script,
            endpoint.toString());
    return Shell.run(command, Path.of("."), Map.of(), Duration.ofMinutes(2)).orFail().out().strip();
  }

  /// Forgets everything that was made.
  public void reset() {
    try {
      HttpURLConnection connection =
          (HttpURLConnection) uri.resolve("/moto-api/reset").toURL().openConnection();
      connection.setRequestMethod("POST");
      if (connection.getResponseCode() != 200) {
        throw new IllegalStateException("moto did not reset: " + connection.getResponseCode());
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  @Override
  public void close() {
    server.destroyForcibly();
  }

  private static Path python() throws IOException, Missing {
    Path venv = HOME.resolve("venv");
    Path python = venv.resolve("bin/python");
    Path stamp = HOME.resolve("requirements.txt");
    Path wanted = Path.of("resources", "moto-requirements.txt");
    if (Files.exists(stamp) && Files.readString(stamp).equals(Files.readString(wanted))) {
      return python;
    }
    if (!Shell.has("python3")) {
      throw new Missing("moto", "there is no python3 on the PATH");
    }
    Files.createDirectories(HOME);
    Shell.run(List.of("python3", "-m", "venv", "--clear", venv.toString())).orFail();
    Shell.run(List.of(python.toString(), "-m", "pip", "install", "-q", "-r", wanted.toString()))
        .orFail();
    Files.copy(wanted, stamp, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    return python;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private void awaitAnswer() throws Missing {
    for (int attempt = 0; attempt < 600; attempt++) {
      if (answers()) {
        return;
      }
      if (!server.isAlive()) {
        break;
      }
      Waiting.briefly();
    }
    throw new Missing("moto", "its server did not come up; see its log in " + HOME);
  }

  private boolean answers() {
    try {
      HttpURLConnection connection =
          (HttpURLConnection) uri.resolve("/moto-api/data.json").toURL().openConnection();
      connection.setConnectTimeout(500);
      return connection.getResponseCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }
}
