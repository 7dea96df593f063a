package dev.cairn.referee;

import dev.cairn.referee.http.Wire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketAddress;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;

/// Listens, and holds a [Conversation] with each client on a platform thread of its own.
abstract sealed class Referee implements AutoCloseable permits AwsReferee, DockerReferee {
  private final ServerSocketChannel listener;
  private final SocketAddress upstream;
  private final Conversation.Bench bench;
  private final Ledger ledger = new Ledger();
  private final List<Hook> hooks = new CopyOnWriteArrayList<>();
  private final AtomicBoolean refuseWrites = new AtomicBoolean();
  private final Set<SocketChannel> open = ConcurrentHashMap.newKeySet();

  Referee(String name, Dialect dialect, ServerSocketChannel listener, SocketAddress upstream) {
    this.listener = listener;
    this.upstream = upstream;
    this.bench = new Conversation.Bench(name, dialect, ledger, this);
  }

  final void listen() {
    Thread.ofPlatform().daemon().name("referee").start(this::accept);
  }

  /// Every call that has come.
  public final Ledger ledger() {
    return ledger;
  }

  /// From now on answers every call that could change something with the service's own "not
  /// allowed", and forwards reads alone; or forwards everything again.
  public final void refuseWrites(boolean refuse) {
    refuseWrites.set(refuse);
  }

  /// Adds a rule or a fault; the first one that does not let a call pass decides.
  public final void add(Hook hook) {
    hooks.add(hook);
  }

  public final void remove(Hook hook) {
    hooks.remove(hook);
  }

  final boolean refusesWrites() {
    return refuseWrites.get();
  }

  final List<Hook> hooks() {
    return hooks;
  }

  /// Stops listening and ends every conversation.
  @Override
  public void close() throws IOException {
    listener.close();
    for (SocketChannel channel : open) {
      channel.close();
    }
  }

  private void accept() {
    try {
      while (true) {
        SocketChannel channel = listener.accept();
        open.add(channel);
        Thread.ofPlatform().daemon().name("referee-client").start(() -> converse(channel));
      }
    } catch (ClosedChannelException e) {
      return;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A connection that breaks ends its conversation; the ledger has what came over it.
  private void converse(SocketChannel channel) {
    try (channel) {
      new Conversation(new Wire(channel), upstream, bench).run();
    } catch (IOException e) {
      return;
    } finally {
      open.remove(channel);
    }
  }
}
