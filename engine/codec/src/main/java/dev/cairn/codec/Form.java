package dev.cairn.codec;

import dev.cairn.api.value.Value;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// How the values of one Java type are written and read.
interface Form {
  Value write(Object object);

  /// @throws CodecException where the tree does not have this form
  Object read(Value plain);

  /// What an absent field of this form means, if it may be absent at all.
  default Optional<Object> absent() {
    return Optional.empty();
  }

  /// A form from two functions; `read` is given only trees of the class `plain`.
  static <T, P extends Value> Form of(
      Class<T> type, Class<P> plain, Function<T, P> write, Function<P, T> read) {
    return new Form() {
      @Override
      public Value write(Object object) {
        return write.apply(type.cast(object));
      }

      @Override
      public Object read(Value tree) {
        if (!plain.isInstance(tree)) {
          throw new CodecException("a " + plain.getSimpleName() + " is expected");
        }
        return read.apply(plain.cast(tree));
      }
    };
  }

  /// A form that is a text.
  static <T> Form text(Class<T> type, Function<T, String> write, Function<String, T> read) {
    return of(
        type,
        Value.Text.class,
        object -> new Value.Text(write.apply(object)),
        text -> Texts.read(read, text));
  }

  /// Reads one part, naming it where that fails.
  static <R extends @Nullable Object> R under(String name, Supplier<R> part) {
    try {
      return part.get();
    } catch (CodecException e) {
      throw e.under(name);
    }
  }
}
