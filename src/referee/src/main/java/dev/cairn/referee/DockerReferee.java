package dev.cairn.referee;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/// A referee in front of a Docker engine.
public final class DockerReferee extends Referee {
  private final Path socket;

  private DockerReferee(
      String name, ServerSocketChannel listener, SocketAddress upstream, Path socket) {
    super(name, new DockerDialect(), listener, upstream);
    this.socket = socket;
  }

  /// Starts in front of an engine on a unix socket.
  ///
  /// @param listen where the referee's own socket is made; the ledger names the engine by this
  ///   file's name
  public static DockerReferee start(Path engine, Path listen) throws IOException {
    return start(UnixDomainSocketAddress.of(engine), listen);
  }

  /// Starts in front of an engine on TCP, without TLS.
  public static DockerReferee start(InetSocketAddress engine, Path listen) throws IOException {
    return start((SocketAddress) engine, listen);
  }

  private static DockerReferee start(SocketAddress engine, Path listen) throws IOException {
    Files.deleteIfExists(listen);
    ServerSocketChannel listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    listener.bind(UnixDomainSocketAddress.of(listen));
    String name = String.valueOf(listen.getFileName());
    DockerReferee referee = new DockerReferee(name, listener, engine, listen);
    referee.listen();
    return referee;
  }

  /// The socket to give to clients.
  public Path socket() {
    return socket;
  }

  @Override
  public void close() throws IOException {
    super.close();
    Files.deleteIfExists(socket);
  }
}
