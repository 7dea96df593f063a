package dev.cairn.referee;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.channels.ServerSocketChannel;

/// A referee in front of an endpoint that speaks AWS's protocols over plain HTTP.
public final class AwsReferee extends Referee {
  private final URI uri;

  private AwsReferee(ServerSocketChannel listener, InetSocketAddress upstream, URI uri) {
    super("aws", new AwsDialect(), listener, upstream);
    this.uri = uri;
  }

  /// Starts on a free port of this machine.
  ///
  /// @param upstream the endpoint, `http://HOST:PORT`
  public static AwsReferee start(URI upstream) throws IOException {
    ServerSocketChannel listener = ServerSocketChannel.open();
    listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    int port = ((InetSocketAddress) listener.getLocalAddress()).getPort();
    AwsReferee referee =
        new AwsReferee(
            listener,
            new InetSocketAddress(upstream.getHost(), upstream.getPort()),
            URI.create("http://127.0.0.1:" + port));
    referee.listen();
    return referee;
  }

  /// The endpoint to give to clients.
  public URI uri() {
    return uri;
  }
}
