package dev.cairn.docker.form;

import dev.cairn.api.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Devices of the host: `/dev/fuse`, `/dev/sdb:/dev/data:r`, or `{source, target, permissions}`,
/// which is the normal form.
public enum Devices implements Form {
  LIST;

  @Override
  public Value normal(Value written) {
    return Known.map(
        written,
        value ->
            value instanceof Value.Items(List<Value> items)
                ? new Value.Items(
                    items.stream()
                        .map(item -> Known.map(item, Devices::device))
                        .distinct()
                        .sorted(Order.BY_TEXT)
                        .toList())
                : value);
  }

  private static Value device(Value value) {
    return switch (value) {
      case Value.Text(String text) -> {
        String[] parts = text.split(":", 3);
        yield device(
            Value.text(parts[0]),
            Value.text(parts.length > 1 ? parts[1] : parts[0]),
            Value.text(parts.length > 2 ? parts[2] : "rwm"));
      }
      case Value.Fields fields when fields.has("source") -> {
        Value source = fields.get("source").orElseThrow();
        yield device(
            source,
            fields.get("target").orElse(source),
            fields.get("permissions").orElse(Value.text("rwm")));
      }
      default -> value;
    };
  }

  private static Value device(Value source, Value target, Value permissions) {
    return Value.Fields.of(Map.of("source", source, "target", target, "permissions", permissions));
  }

  @Override
  public Value toApi(Value normal) {
    return new Value.Items(
        Known.items(normal).stream()
            .filter(item -> item.revealed() instanceof Value.Fields)
            .<Value>map(item ->
                new Renamed(item)
                    .take("source", "PathOnHost")
                    .take("target", "PathInContainer")
                    .take("permissions", "CgroupPermissions")
                    .fields())
            .toList());
  }

  @Override
  public Optional<Value> fromApi(@Nullable Value api) {
    List<Value> items = api == null ? List.of() : Known.items(api);
    return Optional.of(
        normal(
            new Value.Items(
                items.stream()
                    .filter(Value.Fields.class::isInstance)
                    .<Value>map(item ->
                        new Renamed(item)
                            .take("PathOnHost", "source")
                            .take("PathInContainer", "target")
                            .take("CgroupPermissions", "permissions")
                            .fields())
                    .toList())));
  }

  @Override
  public boolean understands(Value normal) {
    return Known.items(normal).stream().allMatch(item -> item.revealed() instanceof Value.Fields);
  }
}
