package dev.cairn.cli.views;

import dev.cairn.api.resource.Failure;
import java.util.Locale;

/// What a service answered, with its own code and request id, so that it can be asked about.
final class FailureText {
  private FailureText() {}

  static String of(Failure failure, String indent) {
    StringBuilder out = new StringBuilder(indent);
    out.append(failure.call()).append(": ").append(kind(failure.kind()));
    if (!failure.code().isEmpty()) {
      out.append(" (").append(failure.code()).append(')');
    }
    if (failure.at() != null) {
      out.append(" at ").append(failure.at());
    }
    out.append('\n');
    failure.text().lines().forEach(line -> out.append(indent).append(line).append('\n'));
    if (failure.requestId() != null) {
      out.append(indent).append("request id ").append(failure.requestId()).append('\n');
    }
    return out.toString();
  }

  private static String kind(Failure.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
