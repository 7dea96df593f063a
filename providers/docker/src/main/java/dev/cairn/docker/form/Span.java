package dev.cairn.docker.form;

import dev.cairn.api.value.Value;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A duration: `1m30s`, `90s`, `1500ms`. The normal form has the largest units first and none that
/// is zero; the API has nanoseconds or seconds.
public enum Span implements Form {
  NANOS(1),
  SECONDS(1_000_000_000L);

  private static final Pattern PART = Pattern.compile("(\\d+(?:\\.\\d+)?)(h|ms|m|us|µs|ns|s)");
  private final long unit;

  Span(long unit) {
    this.unit = unit;
  }

  @Override
  public Value normal(Value written) {
    return Known.map(
        written, value -> parse(value).<Value>map(span -> Value.text(text(span))).orElse(value));
  }

  @Override
  public Value toApi(Value normal) {
    return Known.map(
        normal, value -> new Value.Whole(parse(value).orElse(Duration.ZERO).toNanos() / unit));
  }

  @Override
  public Optional<Value> fromApi(@Nullable Value api) {
    boolean set = api instanceof Value.Whole(long number) && (number > 0 || unit > 1);
    return set && api instanceof Value.Whole(long number)
        ? Optional.of(Value.text(text(Duration.ofNanos(number * unit))))
        : Optional.empty();
  }

  @Override
  public boolean understands(Value normal) {
    return parse(normal.revealed()).isPresent();
  }

  /// The duration of a text; a number without a unit is no duration.
  public static Optional<Duration> parse(Value value) {
    if (!(value instanceof Value.Text(String text)) || text.isBlank()) {
      return Optional.empty();
    }
    Matcher part = PART.matcher(text.toLowerCase(Locale.ROOT));
    double nanos = 0;
    int end = 0;
    while (part.find() && part.start() == end) {
      nanos += Double.parseDouble(part.group(1)) * nanos(part.group(2));
      end = part.end();
    }
    return end == text.length()
        ? Optional.of(Duration.ofNanos(Math.round(nanos)))
        : Optional.empty();
  }

  private static double nanos(String unit) {
    return switch (unit) {
      case "h" -> 3600e9;
      case "m" -> 60e9;
      case "s" -> 1e9;
      case "ms" -> 1e6;
      case "ns" -> 1;
      default -> 1e3;
    };
  }

  private static String text(Duration span) {
    StringBuilder out = new StringBuilder();
    append(out, span.toHours(), "h");
    append(out, span.toMinutesPart(), "m");
    append(out, span.toSecondsPart(), "s");
    append(out, span.toMillisPart(), "ms");
    append(out, span.toNanosPart() / 1000 % 1000, "us");
    append(out, span.toNanosPart() % 1000, "ns");
    return out.isEmpty() ? "0s" : out.toString();
  }

  private static void append(StringBuilder out, long number, String unit) {
    if (number != 0) {
      out.append(number).append(unit);
    }
  }
}
