package dev.cairn.docker.remote;

import com.github.dockerjava.transport.DockerHttpClient;
import com.github.dockerjava.zerodep.ZerodepDockerHttpClient;
import dev.cairn.api.value.Value;
import dev.cairn.docker.remote.Exchange.Unanswered;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The connection to one engine. Lazy, thread-safe; every exchange ends within its time limit, also
/// when the engine hangs. Trouble is a value.
///
/// An engine that takes long to answer a read is asked beside it whether it lives ([Pulse]): one
/// that says nothing at all is not waited for.
///
/// The transport takes no time limit for unix sockets, so an exchange runs on a thread of its own
/// that is interrupted when its time is up, which closes the socket.
final class Engine implements AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration QUIET = Duration.ofMillis(500);
  private static final Request PING =
      Request.get("docker:SystemPing", "/_ping").answeredBy(Shape.BYTES);
  private static final int CONNECTIONS = 32;
  private static final int PARALLEL = 8;

  private final Value.Fields settings;
  private final ExecutorService threads =
      Executors.newCachedThreadPool(Thread.ofPlatform().daemon().name("docker-", 0).factory());
  private final Pulse pulse = new Pulse(this::ping);
  private @Nullable DockerHttpClient client;

  /// @param settings the attributes of a host: `endpoint`, `tls`, `certPath`
  Engine(Value.Fields settings) {
    this.settings = settings;
  }

  Exchange exchange(Request request) {
    Future<Exchange> future = threads.submit(() -> heard(request));
    try {
      return request.method().equals("GET")
          ? read(request, future)
          : within(request.limit(), future);
    } catch (TimeoutException e) {
      return left(future, "has not answered within " + request.limit().toSeconds() + " s");
    } catch (InterruptedException e) {
      future.cancel(true);
      Thread.currentThread().interrupt();
      return new Unanswered(true, "Interrupted", "interrupted while waiting for the engine");
    } catch (ExecutionException e) {
      return trouble(e.getCause() == null ? e : e.getCause());
    }
  }

  private Exchange read(Request request, Future<Exchange> future)
      throws InterruptedException, ExecutionException, TimeoutException {
    Instant start = Instant.now();
    Instant end = start.plus(request.limit());
    while (true) {
      Duration left = Duration.between(Instant.now(), end);
      try {
        return within(left.compareTo(QUIET) < 0 ? left : QUIET, future);
      } catch (TimeoutException e) {
        if (!left.minus(QUIET).isPositive()) {
          throw e;
        }
        Optional<Duration> silence = pulse.silence(start);
        if (silence.isPresent()) {
          return left(future, "has not answered for " + silence.get().toSeconds() + " s");
        }
      }
    }
  }

  private static Exchange within(Duration limit, Future<Exchange> future)
      throws InterruptedException, ExecutionException, TimeoutException {
    return future.get(Math.max(0, limit.toMillis()), TimeUnit.MILLISECONDS);
  }

  private Exchange heard(Request request) throws IOException, Unusable {
    Exchange exchange = Transport.run(client(), request);
    pulse.heard();
    return exchange;
  }

  private Future<?> ping() {
    return threads.submit(() -> heard(PING));
  }

  private Unanswered left(Future<Exchange> future, String how) {
    future.cancel(true);
    return new Unanswered(
        true, "Timeout", "engine " + settings.text("endpoint").orElse("") + " " + how);
  }

  /// Reads side by side, in the order asked for; empty where nothing was asked.
  List<Optional<Exchange>> all(List<Optional<Request>> requests) {
    Map<Integer, Exchange> exchanges = new ConcurrentHashMap<>();
    AtomicInteger next = new AtomicInteger();
    Runnable worker =
        () -> {
          for (int i = next.getAndIncrement(); i < requests.size(); i = next.getAndIncrement()) {
            int place = i;
            requests.get(i).ifPresent(request -> exchanges.put(place, exchange(request)));
          }
        };
    Stream.generate(() -> CompletableFuture.runAsync(worker, threads))
        .limit(Math.min(PARALLEL, requests.size()))
        .toList()
        .forEach(CompletableFuture::join);
    return IntStream.range(0, requests.size())
        .mapToObj(place -> Optional.ofNullable(exchanges.get(place)))
        .toList();
  }

  private Exchange trouble(Throwable trouble) {
    return trouble instanceof Unusable unusable
        ? new Unanswered(false, "Endpoint", unusable.getMessage())
        : Trouble.of(trouble);
  }

  private synchronized DockerHttpClient client() throws Unusable {
    if (client == null) {
      client =
          new ZerodepDockerHttpClient.Builder()
              .dockerHost(endpoint())
              .sslConfig(Tls.of(settings))
              .maxConnections(CONNECTIONS)
              .connectionTimeout(CONNECT)
              .build();
    }
    return client;
  }

  private URI endpoint() throws Unusable {
    String endpoint = settings.text("endpoint").orElse("");
    if (endpoint.startsWith("ssh://")) {
      throw new Unusable("ssh endpoints are not available in this version: " + endpoint);
    }
    if (!endpoint.startsWith("unix:///") && !endpoint.startsWith("tcp://")) {
      throw new Unusable("not an endpoint (unix:///PATH or tcp://HOST:PORT): " + endpoint);
    }
    try {
      URI uri = URI.create(endpoint);
      if (uri.getScheme().equals("unix") && !Files.exists(Path.of(uri.getPath()))) {
        throw new Unusable("there is no socket " + uri.getPath());
      }
      return uri.getScheme().equals("tcp") && uri.getPort() < 0
          ? URI.create(endpoint + (Tls.wanted(settings) ? ":2376" : ":2375"))
          : uri;
    } catch (IllegalArgumentException e) {
      throw new Unusable("not an endpoint: " + endpoint);
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
    synchronized (this) {
      if (client != null) {
        try {
          client.close();
        } catch (IOException e) {
          // nothing is left to be done with it
          client = null;
        }
      }
    }
  }
}
