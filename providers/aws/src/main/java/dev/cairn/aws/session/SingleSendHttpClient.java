package dev.cairn.aws.session;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpRetryException;
import java.net.HttpURLConnection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpFullResponse;
import software.amazon.awssdk.http.SdkHttpResponse;

/// HTTP that sends a request once. The JDK's connection repeats a POST by itself when its reply is
/// lost, unless its body is streamed with a fixed length; the SDK's own client over it does not do
/// that, and so one call could make two objects.
final class SingleSendHttpClient implements SdkHttpClient {
  private final Duration connect;
  private final Duration read;
  private final ThreadLocal<Boolean> begun = ThreadLocal.withInitial(() -> false);

  SingleSendHttpClient(Duration connect, Duration read) {
    this.connect = connect;
    this.read = read;
  }

  /// Forgets what the calling thread has sent.
  void reset() {
    begun.set(false);
  }

  /// Whether the calling thread has begun to send something since it was last reset.
  boolean begun() {
    return begun.get();
  }

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    return new Exchange(request);
  }

  @Override
  public String clientName() {
    return "SingleSend";
  }

  @Override
  public void close() {
    begun.remove();
  }

  private final class Exchange implements ExecutableHttpRequest {
    private final HttpExecuteRequest request;
    private volatile @Nullable HttpURLConnection connection;

    Exchange(HttpExecuteRequest request) {
      this.request = request;
    }

    @Override
    public HttpExecuteResponse call() throws IOException {
      HttpURLConnection opened = open();
      connection = opened;
      byte[] body = body();
      opened.setDoOutput(true);
      opened.setFixedLengthStreamingMode(body.length);
      opened.connect();
      begun.set(true);
      try (OutputStream out = opened.getOutputStream()) {
        out.write(body);
      }
      return answer(opened);
    }

    private HttpURLConnection open() throws IOException {
      HttpURLConnection opened =
          (HttpURLConnection) request.httpRequest().getUri().toURL().openConnection();
      opened.setRequestMethod(request.httpRequest().method().name());
      opened.setConnectTimeout((int) connect.toMillis());
      opened.setReadTimeout((int) read.toMillis());
      opened.setInstanceFollowRedirects(false);
      opened.setUseCaches(false);
      request
          .httpRequest()
          .forEachHeader(
              (name, values) -> values.forEach(value -> opened.addRequestProperty(name, value)));
      return opened;
    }

    private byte[] body() throws IOException {
      if (request.contentStreamProvider().isEmpty()) {
        return new byte[0];
      }
      try (InputStream in = request.contentStreamProvider().get().newStream()) {
        return in.readAllBytes();
      }
    }

    private HttpExecuteResponse answer(HttpURLConnection from) throws IOException {
      try {
        int status = from.getResponseCode();
        InputStream in = status < 400 ? from.getInputStream() : from.getErrorStream();
        return response(head(status, from), in);
      } catch (HttpRetryException e) {
        // a 401 cannot be read in streaming mode: its status is all there is
        return response(SdkHttpFullResponse.builder().statusCode(e.responseCode()).build(), null);
      }
    }

    private SdkHttpResponse head(int status, HttpURLConnection from) {
      SdkHttpResponse.Builder head = SdkHttpFullResponse.builder().statusCode(status);
      for (Map.Entry<String, List<String>> header : from.getHeaderFields().entrySet()) {
        if (header.getKey() != null) {
          head.putHeader(header.getKey(), header.getValue());
        }
      }
      return head.build();
    }

    private HttpExecuteResponse response(SdkHttpResponse head, @Nullable InputStream body) {
      return HttpExecuteResponse.builder()
          .response(head)
          .responseBody(
              body == null
                  ? AbortableInputStream.createEmpty()
                  : AbortableInputStream.create(body, this))
          .build();
    }

    @Override
    public void abort() {
      HttpURLConnection opened = connection;
      if (opened != null) {
        opened.disconnect();
      }
    }
  }
}
