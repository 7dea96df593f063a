package dev.cairn.docker.form;

import dev.cairn.api.value.Value;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A health check. A text as `test` runs in a shell; `disable: true` is `test: [NONE]`, which is
/// the normal form. Beside other keys it says two things at once, and is not understood.
public enum Healthcheck implements Form {
  CHECK;

  private static final String DISABLE = "disable";
  private static final Value NONE = new Value.Items(List.of(Value.text("NONE")));

  @Override
  public Value normal(Value written) {
    return Known.map(
        written, value -> value instanceof Value.Fields fields ? check(fields) : value);
  }

  private static Value check(Value.Fields fields) {
    Optional<Value> disable = fields.get(DISABLE);
    if (disable.equals(Optional.of(new Value.Flag(true))) && fields.fields().size() == 1) {
      return Value.Fields.of("test", NONE);
    }
    Value.Fields check = enabled(fields);
    return disable.isEmpty() || disable.get().equals(new Value.Flag(false))
        ? check
        : check.with(DISABLE, disable.get());
  }

  private static Value.Fields enabled(Value.Fields fields) {
    return new Renamed(fields)
        .take("test", "test", test -> Known.map(test, Healthcheck::test))
        .take("interval", "interval", Span.NANOS::normal)
        .take("timeout", "timeout", Span.NANOS::normal)
        .take("startPeriod", "startPeriod", Span.NANOS::normal)
        .take("startInterval", "startInterval", Span.NANOS::normal)
        .take("retries", "retries")
        .fields();
  }

  private static Value test(Value value) {
    return value instanceof Value.Text text
        ? new Value.Items(List.of(Value.text("CMD-SHELL"), text))
        : value;
  }

  @Override
  public Value toApi(Value normal) {
    return Known.map(
        normal,
        value ->
            value instanceof Value.Fields fields
                ? new Renamed(fields)
                    .take("test", "Test")
                    .take("interval", "Interval", Span.NANOS::toApi)
                    .take("timeout", "Timeout", Span.NANOS::toApi)
                    .take("startPeriod", "StartPeriod", Span.NANOS::toApi)
                    .take("startInterval", "StartInterval", Span.NANOS::toApi)
                    .take("retries", "Retries")
                    .fields()
                : value);
  }

  @Override
  public Optional<Value> fromApi(@Nullable Value api) {
    return api instanceof Value.Fields fields
        ? Optional.of(
            new Renamed(fields)
                .take("Test", "test")
                .read("Interval", "interval", Span.NANOS::fromApi)
                .read("Timeout", "timeout", Span.NANOS::fromApi)
                .read("StartPeriod", "startPeriod", Span.NANOS::fromApi)
                .read("StartInterval", "startInterval", Span.NANOS::fromApi)
                .read("Retries", "retries", Scalars.WHOLE::fromApi)
                .fields())
        : Optional.empty();
  }

  @Override
  public boolean understands(Value normal) {
    return normal.revealed() instanceof Value.Fields fields
        && !fields.has(DISABLE)
        && List.of("interval", "timeout", "startPeriod", "startInterval").stream()
            .allMatch(name -> fields.get(name).map(Span.NANOS::understands).orElse(true))
        && fields.get("test").map(Healthcheck::complete).orElse(true);
  }

  private static boolean complete(Value test) {
    return Known.items(test).stream()
        .findFirst()
        .filter(first ->
            first instanceof Value.Unknown
                || List.of("NONE", "CMD", "CMD-SHELL").contains(Known.scalar(first)))
        .isPresent();
  }
}
