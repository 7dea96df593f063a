package dev.cairn.referee.http;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// One end of a TCP or unix-socket connection. One thread may read while another writes.
public final class Wire implements AutoCloseable {
  private static final int LONGEST_LINE = 1 << 20;
  private final SocketChannel channel;
  private final ByteBuffer buffer = ByteBuffer.allocate(1 << 16).limit(0);

  public Wire(SocketChannel channel) throws IOException {
    this.channel = channel;
    if (channel.supportedOptions().contains(StandardSocketOptions.TCP_NODELAY)) {
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    }
  }

  public static Wire to(SocketAddress address) throws IOException {
    return new Wire(SocketChannel.open(address));
  }

  /// The next bytes, at most `most` and at least one; null at the end.
  public byte @Nullable [] read(long most) throws IOException {
    if (!fill()) {
      return null;
    }
    byte[] bytes = new byte[(int) Math.min(most, buffer.remaining())];
    buffer.get(bytes);
    return bytes;
  }

  /// The next line with its line break; null at the end.
  public byte @Nullable [] line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    while (fill()) {
      byte next = buffer.get();
      line.write(next);
      if (next == '\n') {
        return line.toByteArray();
      }
      if (line.size() > LONGEST_LINE) {
        throw new IOException("a line is longer than " + LONGEST_LINE + " bytes");
      }
    }
    if (line.size() > 0) {
      throw new EOFException("the connection ends inside a line: " + text(line.toByteArray()));
    }
    return null;
  }

  public void write(byte[] bytes) throws IOException {
    ByteBuffer rest = ByteBuffer.wrap(bytes);
    while (rest.hasRemaining()) {
      channel.write(rest);
    }
  }

  /// Tells the other side that nothing more will come.
  public void finish() throws IOException {
    channel.shutdownOutput();
  }

  /// Whether the other side has closed, as far as that can be known without waiting.
  public boolean ended() throws IOException {
    if (buffer.hasRemaining()) {
      return false;
    }
    channel.configureBlocking(false);
    try {
      buffer.clear();
      int count = channel.read(buffer);
      buffer.flip();
      return count < 0;
    } finally {
      channel.configureBlocking(true);
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private boolean fill() throws IOException {
    if (buffer.hasRemaining()) {
      return true;
    }
    buffer.clear();
    int count = channel.read(buffer);
    buffer.flip();
    return count > 0;
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
