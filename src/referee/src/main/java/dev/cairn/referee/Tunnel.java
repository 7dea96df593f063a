package dev.cairn.referee;

import dev.cairn.referee.http.Wire;
import java.io.IOException;
import java.io.UncheckedIOException;

/// Passes bytes on in both directions until both sides have ended.
final class Tunnel {
  private final Wire client;
  private final Wire service;

  Tunnel(Wire client, Wire service) {
    this.client = client;
    this.service = service;
  }

  void run() throws IOException {
    Thread up =
        Thread.ofPlatform()
            .daemon()
            .name("referee-tunnel")
            .start(() -> {
              try {
                pass(client, service);
              } catch (IOException e) {
                close(service);
              }
            });
    try {
      pass(service, client);
      up.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void pass(Wire from, Wire to) throws IOException {
    for (byte[] next = from.read(Long.MAX_VALUE); next != null; next = from.read(Long.MAX_VALUE)) {
      to.write(next);
    }
    to.finish();
  }

  private static void close(Wire wire) {
    try {
      wire.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
