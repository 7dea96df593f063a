package dev.cairn.referee;

import dev.cairn.referee.http.Body;
import dev.cairn.referee.http.Head;
import dev.cairn.referee.http.Wire;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/// An engine that answers everything with what it was sent, in the ways that Docker's engine
/// answers.
final class UnixEngine implements AutoCloseable {
  private final ServerSocketChannel listener;
  final List<String> requests = new CopyOnWriteArrayList<>();

  UnixEngine(Path socket) throws IOException {
    listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    listener.bind(UnixDomainSocketAddress.of(socket));
    Thread.ofPlatform().daemon().start(this::accept);
  }

  private void accept() {
    try {
      while (true) {
        SocketChannel channel = listener.accept();
        Thread.ofPlatform().daemon().start(() -> serve(channel));
      }
    } catch (IOException e) {
      requests.add("closed");
    }
  }

  private void serve(SocketChannel channel) {
    try (Wire wire = new Wire(channel)) {
      Optional<Head> head = Head.read(wire);
      while (head.isPresent()) {
        answer(head.get(), wire);
        head = Head.read(wire);
      }
    } catch (IOException e) {
      requests.add("broken");
    }
  }

  private void answer(Head head, Wire wire) throws IOException {
    requests.add(head.first());
    Body framing = Body.ofRequest(head);
    byte[] body = framing.content(framing.read(wire));
    String path = head.word(1);
    if (path.contains("/attach") || path.startsWith("/exec/")) {
      stream(wire, path.contains("/attach"));
    } else if (path.endsWith("/start")) {
      write(wire, "HTTP/1.1 204 No Content\r\n\r\n");
    } else if (path.endsWith("/logs")) {
      chunks(wire);
    } else {
      write(wire, "HTTP/1.1 200 OK\r\nContent-Length: " + body.length + "\r\n\r\n");
      wire.write(head.word(0).equals("HEAD") ? new byte[0] : body);
    }
  }

  private static void stream(Wire wire, boolean upgraded) throws IOException {
    write(
        wire,
        upgraded
            ? "HTTP/1.1 101 UPGRADED\r\nConnection: Upgrade\r\nUpgrade: tcp\r\n\r\n"
            : "HTTP/1.1 200 OK\r\nContent-Type: application/vnd.docker.raw-stream\r\n\r\n");
    for (byte[] next = wire.read(1000); next != null; next = wire.read(1000)) {
      wire.write(next);
    }
    write(wire, "bye");
    wire.close();
  }

  private static void chunks(Wire wire) throws IOException {
    write(wire, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
    write(wire, "5\r\nfirst\r\n");
    write(wire, "6\r\nsecond\r\n0\r\n\r\n");
  }

  private static void write(Wire wire, String text) throws IOException {
    wire.write(text.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }
}
