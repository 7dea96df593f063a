package dev.cairn.codec;

import dev.cairn.api.address.Address;
import dev.cairn.api.value.Residual;
import dev.cairn.api.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// The written form of any value, as plain JSON: unknown values are `{"$unknown": …}`, sensitive
/// ones `{"$sensitive": …}`, references `{"$ref": "ADDRESS"}`, decimals that JSON would write as
/// whole numbers `{"$number": 2}`; keys that begin with `$` get a second one.
public final class Values {
  private final Seal seal;

  private Values(Seal seal) {
    this.seal = seal;
  }

  /// The written form; sensitive values as a mark and their origin.
  public static Value encode(Value value) {
    return encode(value, Seal.MARK);
  }

  /// The written form; sensitive values as their fingerprint and their origin.
  public static Value encode(Value value, Seal seal) {
    return new Values(seal).plain(value);
  }

  static Value.Fields encode(Residual residual, Seal seal) {
    return Residuals.plain(residual, new Values(seal));
  }

  /// Reads what [#encode] wrote; a sensitive value that was known comes back as [Sealed].
  ///
  /// @throws CodecException for anything else
  public static Value decode(Value plain) {
    return switch (plain) {
      case Value.Fields fields -> decode(fields);
      case Value.Items(List<Value> items) -> new Value.Items(each(items));
      case Value.Text text -> text;
      case Value.Whole whole -> whole;
      case Value.Decimal decimal -> decimal;
      case Value.Flag flag -> flag;
      case Value.Ref ignored -> throw new CodecException("not plain");
      case Value.Unknown ignored -> throw new CodecException("not plain");
      case Value.Sensitive ignored -> throw new CodecException("not plain");
    };
  }

  Value plain(Value value) {
    return switch (value) {
      case Value.Fields fields -> plain(fields);
      case Value.Items(List<Value> items) ->
          new Value.Items(items.stream().map(this::plain).toList());
      case Value.Decimal decimal -> Decimals.plain(decimal);
      case Value.Ref(Address target) -> Value.Fields.of("$ref", new Value.Text(target.toString()));
      case Value.Unknown unknown -> Value.Fields.of("$unknown", plain(unknown));
      case Value.Sensitive sensitive -> plain(sensitive);
      case Value.Text text -> text;
      case Value.Whole whole -> whole;
      case Value.Flag flag -> flag;
    };
  }

  private Value.Fields plain(Value.Fields fields) {
    SortedMap<String, Value> plain = new TreeMap<>();
    fields
        .fields()
        .forEach(
            (name, field) -> plain.put(name.startsWith("$") ? "$" + name : name, plain(field)));
    return new Value.Fields(plain);
  }

  private Value.Fields plain(Value.Unknown unknown) {
    return Residuals.plain(unknown.residual(), this).with("type", Shapes.plain(unknown.shape()));
  }

  private Value plain(Value.Sensitive sensitive) {
    Residual origin = sensitive.origin();
    Value inner = sensitive.inner();
    Value.Fields written =
        origin == null || !seal.origins()
            ? Value.Fields.EMPTY
            : Value.Fields.of("origin", Residuals.plain(origin, this));
    var sealed = Sealed.of(sensitive);
    if (sealed.isPresent()) {
      String fingerprint = sealed.get().fingerprint();
      return mark(fingerprint == null ? written : hmac(written, fingerprint));
    }
    if (inner instanceof Value.Unknown unknown) {
      return mark(written.with("value", plain(unknown)));
    }
    if (!inner.known() && origin == null) {
      return spread(inner);
    }
    return mark(seal.fingerprint(inner).map(print -> hmac(written, print)).orElse(written));
  }

  /// A container of which parts are unknown: each part is sensitive by itself.
  private Value spread(Value inner) {
    return switch (inner) {
      case Value.Items(List<Value> items) ->
          new Value.Items(items.stream().map(item -> plain(marked(item))).toList());
      case Value.Fields fields -> {
        SortedMap<String, Value> parts = new TreeMap<>();
        fields.fields().forEach((name, part) -> parts.put(name, marked(part)));
        yield plain(new Value.Fields(parts));
      }
      default -> throw new IllegalArgumentException("a scalar has no parts");
    };
  }

  private static Value marked(Value part) {
    return part instanceof Value.Sensitive ? part : new Value.Sensitive(part, null);
  }

  private static Value.Fields hmac(Value.Fields written, String fingerprint) {
    return written.with("hmac", new Value.Text(fingerprint));
  }

  private static Value mark(Value.Fields written) {
    return Value.Fields.of("$sensitive", written);
  }

  static Value.Fields fields(Value plain) {
    if (plain instanceof Value.Fields fields) {
      return fields;
    }
    throw new CodecException("an object is expected");
  }

  private static Value decode(Value.Fields fields) {
    if (fields.fields().size() == 1) {
      String name = fields.fields().firstKey();
      Value inner = fields.fields().get(name);
      if (inner != null && name.startsWith("$") && !name.startsWith("$$")) {
        return Form.under(name, () -> special(name, inner));
      }
    }
    SortedMap<String, Value> decoded = new TreeMap<>();
    for (Map.Entry<String, Value> field : fields.fields().entrySet()) {
      String name = field.getKey();
      if (name.startsWith("$") && !name.startsWith("$$")) {
        throw new CodecException("unknown mark " + name);
      }
      decoded.put(
          name.startsWith("$$") ? name.substring(1) : name,
          Form.under(name, () -> decode(field.getValue())));
    }
    return new Value.Fields(decoded);
  }

  private static Value special(String mark, Value inner) {
    return switch (mark) {
      case "$ref" -> new Value.Ref(Texts.address(inner));
      case "$number" -> Decimals.read(inner);
      case "$unknown" -> unknown(fields(inner));
      case "$sensitive" -> sensitive(fields(inner));
      default -> throw new CodecException("unknown mark");
    };
  }

  private static Value.Unknown unknown(Value.Fields written) {
    return new Value.Unknown(
        Shapes.read(written.get("type").orElse(new Value.Text("any"))), Residuals.read(written));
  }

  private static Value sensitive(Value.Fields written) {
    Residual origin =
        written.get("origin").map(plain -> Residuals.read(fields(plain))).orElse(null);
    return written
        .get("value")
        .<Value>map(inner -> new Value.Sensitive(unknown(fields(inner)), origin))
        .orElseGet(() -> new Sealed(written.text("hmac").orElse(null), origin).value());
  }

  static List<Value> each(List<Value> items) {
    List<Value> decoded = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      try {
        decoded.add(decode(items.get(i)));
      } catch (CodecException e) {
        throw e.under(i);
      }
    }
    return decoded;
  }
}
