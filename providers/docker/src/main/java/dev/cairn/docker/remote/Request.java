package dev.cairn.docker.remote;

import dev.cairn.api.value.Value;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One request to an engine.
///
/// @param call the API's name of it, `docker:ContainerCreate`
/// @param path with its query
/// @param body null where it has none
/// @param limit the time that the whole exchange may take
/// @param shape what a good answer looks like
record Request(
    String call,
    String method,
    String path,
    Value.@Nullable Fields body,
    Duration limit,
    Shape shape) {
  private static final Duration USUAL = Duration.ofSeconds(60);

  Request {
    Objects.requireNonNull(call, "call");
    Objects.requireNonNull(method, "method");
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(limit, "limit");
    Objects.requireNonNull(shape, "shape");
  }

  static Request get(String call, String path) {
    return new Request(call, "GET", path, null, USUAL, Shape.OBJECT);
  }

  static Request post(String call, String path, Value.@Nullable Fields body) {
    return new Request(call, "POST", path, body, USUAL, Shape.ACKNOWLEDGEMENT);
  }

  static Request delete(String call, String path) {
    return new Request(call, "DELETE", path, null, USUAL, Shape.ACKNOWLEDGEMENT);
  }

  Request within(Duration other) {
    return new Request(call, method, path, body, other, shape);
  }

  Request answeredBy(Shape other) {
    return new Request(call, method, path, body, limit, other);
  }

  /// A path segment or a query value.
  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /// A `filters` query of one kind.
  static String filters(String name, List<String> values) {
    Value list = new Value.Items(values.stream().<Value>map(Value::text).toList());
    byte[] json = Json.write(Value.Fields.of(name, list));
    return "filters=" + encoded(new String(json, StandardCharsets.UTF_8));
  }
}
