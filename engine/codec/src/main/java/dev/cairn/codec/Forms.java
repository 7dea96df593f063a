package dev.cairn.codec;

import dev.cairn.api.address.Address;
import dev.cairn.api.address.OperationId;
import dev.cairn.api.address.Path;
import dev.cairn.api.address.TypeName;
import dev.cairn.api.address.Uid;
import dev.cairn.api.plan.StepKey;
import dev.cairn.api.resource.ContentId;
import dev.cairn.api.value.Residual;
import dev.cairn.api.value.Shape;
import dev.cairn.api.value.Value;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/// Finds the form of a Java type, once for each.
final class Forms {
  private final Map<Type, Form> known = new ConcurrentHashMap<>();
  private final Seal seal;

  Forms(Seal seal) {
    this.seal = seal;
    texts();
    numbers();
    known.put(Residual.class, residual());
    known.put(Shape.class, Form.of(Shape.class, Value.class, Shapes::plain, Shapes::read));
  }

  private void texts() {
    text(String.class, Function.identity());
    text(Address.class, Address::parse);
    text(Path.class, Path::parse);
    text(StepKey.class, StepKey::parse);
    text(TypeName.class, TypeName::parse);
    text(OperationId.class, OperationId::parse);
    text(Uid.class, Uid::new);
    text(ContentId.class, ContentId::new);
    text(Duration.class, Duration::parse);
    text(Instant.class, Instant::parse);
  }

  private <T> void text(Class<T> type, Function<String, T> read) {
    known.put(type, Form.text(type, Object::toString, read));
  }

  private void numbers() {
    Form whole = Form.of(Long.class, Value.Whole.class, Value.Whole::new, Value.Whole::number);
    known.put(long.class, whole);
    known.put(Long.class, whole);
    Form shorter =
        Form.of(
            Integer.class,
            Value.Whole.class,
            small -> new Value.Whole(small),
            number -> {
              if (number.number() != (int) number.number()) {
                throw new CodecException("a smaller number is expected");
              }
              return (int) number.number();
            });
    known.put(int.class, shorter);
    known.put(Integer.class, shorter);
    Form flag = Form.of(Boolean.class, Value.Flag.class, Value.Flag::new, Value.Flag::on);
    known.put(boolean.class, flag);
    known.put(Boolean.class, flag);
  }

  private Form residual() {
    return Form.of(
        Residual.class,
        Value.Fields.class,
        residual -> Values.encode(residual, seal),
        Residuals::read);
  }

  Form of(Type type) {
    Form form = known.get(type);
    if (form == null) {
      form = make(type);
      known.put(type, form);
    }
    return form;
  }

  private Form make(Type type) {
    return switch (type) {
      case ParameterizedType generic -> collection(generic);
      case Class<?> plain -> make(plain);
      default -> throw none(type);
    };
  }

  private Form make(Class<?> type) {
    if (Value.class.isAssignableFrom(type)) {
      return value(type.asSubclass(Value.class));
    }
    if (Residual.class.isAssignableFrom(type)) {
      return of(Residual.class);
    }
    if (Shape.class.isAssignableFrom(type)) {
      return of(Shape.class);
    }
    if (type.isEnum()) {
      return EnumForm.of(type);
    }
    if (type.isRecord()) {
      return new RecordForm(type.asSubclass(Record.class), this);
    }
    if (type.isSealed()) {
      return new SealedForm(type, this);
    }
    throw none(type);
  }

  private <V extends Value> Form value(Class<V> type) {
    return Form.of(
        type,
        Value.class,
        value -> Values.encode(value, seal),
        plain -> {
          Value value = Values.decode(plain);
          if (!type.isInstance(value)) {
            throw new CodecException("a value of the form " + type.getSimpleName());
          }
          return type.cast(value);
        });
  }

  private Form collection(ParameterizedType type) {
    Type raw = type.getRawType();
    Type[] arguments = type.getActualTypeArguments();
    if (raw == List.class) {
      return new ListForm(of(arguments[0]));
    }
    if (raw == Set.class || raw == SortedSet.class) {
      return new SetForm(of(arguments[0]));
    }
    if (raw == Map.class || raw == SortedMap.class) {
      return new MapForm(of(arguments[0]), of(arguments[1]));
    }
    throw none(type);
  }

  private static IllegalArgumentException none(Type type) {
    return new IllegalArgumentException(type.getTypeName() + " has no written form");
  }
}
