package dev.cairn.docker.form;

import dev.cairn.api.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Limits by name: `{nofile: 1024}` or `{nofile: {soft: 1024, hard: 2048}}`, which is the normal
/// form.
public enum Ulimits implements Form {
  BY_NAME;

  @Override
  public Value normal(Value written) {
    return Known.map(
        written,
        value -> {
          if (!(value instanceof Value.Fields(SortedMap<String, Value> fields))) {
            return value;
          }
          SortedMap<String, Value> limits = new TreeMap<>();
          fields.forEach((name, limit) -> limits.put(name, Known.map(limit, Ulimits::limit)));
          return new Value.Fields(limits);
        });
  }

  private static Value limit(Value value) {
    return value instanceof Value.Whole ? limit(value, value) : value;
  }

  private static Value limit(Value soft, Value hard) {
    return Value.Fields.of(Map.of("soft", soft, "hard", hard));
  }

  @Override
  public Value toApi(Value normal) {
    List<Value> limits = new ArrayList<>();
    if (normal.revealed() instanceof Value.Fields(SortedMap<String, Value> fields)) {
      fields.forEach((name, limit) -> {
        if (limit.revealed() instanceof Value.Fields both) {
          limits.add(
              new Renamed(both)
                  .take("soft", "Soft")
                  .take("hard", "Hard")
                  .with("Name", Value.text(name)));
        }
      });
    }
    return new Value.Items(limits);
  }

  @Override
  public Optional<Value> fromApi(@Nullable Value api) {
    SortedMap<String, Value> limits = new TreeMap<>();
    if (api instanceof Value.Items(List<Value> items)) {
      for (Value item : items) {
        if (item instanceof Value.Fields limit) {
          limits.put(
              limit.text("Name").orElse(""),
              limit(
                  limit.get("Soft").orElse(new Value.Whole(0)),
                  limit.get("Hard").orElse(new Value.Whole(0))));
        }
      }
    }
    return Optional.of(new Value.Fields(limits));
  }

  @Override
  public boolean understands(Value normal) {
    return normal.revealed() instanceof Value.Fields(SortedMap<String, Value> fields)
        && fields.values().stream()
            .allMatch(limit ->
                limit.revealed() instanceof Value.Fields both
                    && both.has("soft")
                    && both.has("hard"));
  }
}
