package dev.cairn.aws.session;

import dev.cairn.api.resource.Scope;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.retries.DefaultRetryStrategy;

/// The clients of a session: those that read repeat by themselves, those that change send once. No
/// class of the SDK is loaded before the first of them is asked for.
final class Clients implements AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Duration READ = Duration.ofSeconds(60);
  private final Scope scope;
  private @Nullable ClientSet reading;
  private @Nullable ClientSet changing;
  private @Nullable SingleSendHttpClient once;

  Clients(Scope scope) {
    this.scope = scope;
  }

  synchronized ClientSet reading() {
    ClientSet set = reading;
    if (set == null) {
      set =
          new ClientSet(
              scope,
              UrlConnectionHttpClient.builder()
                  .connectionTimeout(CONNECT)
                  .socketTimeout(READ)
                  .build(),
              DefaultRetryStrategy.standardStrategyBuilder().build());
      reading = set;
    }
    return set;
  }

  synchronized ClientSet changing() {
    ClientSet set = changing;
    if (set == null) {
      set = new ClientSet(scope, transmission(), DefaultRetryStrategy.doNotRetry());
      changing = set;
    }
    return set;
  }

  /// The HTTP below the clients that change something.
  synchronized SingleSendHttpClient transmission() {
    SingleSendHttpClient http = once;
    if (http == null) {
      http = new SingleSendHttpClient(CONNECT, READ);
      once = http;
    }
    return http;
  }

  @Override
  public synchronized void close() {
    if (reading != null) {
      reading.close();
    }
    if (changing != null) {
      changing.close();
    }
    if (once != null) {
      once.close();
    }
  }
}
