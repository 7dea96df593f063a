package dev.cairn.core.expand;

import dev.cairn.api.address.Address;
import dev.cairn.api.value.Residual;
import dev.cairn.api.value.Shape;
import dev.cairn.api.value.Value;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Puts what is known in the place of plain references, alone or within a text. Types write such
/// references when they turn a resource into its id.
final class Known {
  private Known() {}

  static Value.Fields in(Value.Fields attributes, Map<Address, Value.Fields> planned) {
    return attributes.known() ? attributes : (Value.Fields) value(attributes, planned);
  }

  private static Value value(Value value, Map<Address, Value.Fields> planned) {
    return switch (value) {
      case Value.Unknown(var _, Residual.Attribute(var ref)) ->
          planned.getOrDefault(ref.address(), Value.Fields.EMPTY).at(ref.path()).orElse(value);
      case Value.Unknown(var shape, Residual.Joined(var parts)) ->
          joined(shape, parts.stream().map(part -> value(part, planned)).toList());
      case Value.Items(var items) ->
          new Value.Items(items.stream().map(item -> value(item, planned)).toList());
      case Value.Fields(var fields) -> {
        SortedMap<String, Value> known = new TreeMap<>();
        fields.forEach((name, field) -> known.put(name, value(field, planned)));
        yield new Value.Fields(known);
      }
      case Value.Unknown _,
          Value.Sensitive _,
          Value.Ref _,
          Value.Text _,
          Value.Whole _,
          Value.Decimal _,
          Value.Flag _ ->
          value;
    };
  }

  private static Value joined(Shape shape, List<Value> parts) {
    return parts.stream().allMatch(Value.Text.class::isInstance)
        ? Value.text(
            parts.stream().map(part -> ((Value.Text) part).text()).collect(Collectors.joining()))
        : new Value.Unknown(shape, new Residual.Joined(parts));
  }
}
