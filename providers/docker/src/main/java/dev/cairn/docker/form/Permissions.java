package dev.cairn.docker.form;

import dev.cairn.api.value.Value;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Permission bits in octal, `0777` or `0o777`: a text, because a plain number is a decimal one.
/// The first is the normal form; the API takes the number.
enum Permissions implements Form {
  BITS;

  private static final Pattern OCTAL = Pattern.compile("0o?[0-7]{1,4}");

  @Override
  public Value normal(Value written) {
    return Known.text(written, text -> OCTAL.matcher(text).matches() ? text(number(text)) : text);
  }

  @Override
  public Value toApi(Value normal) {
    return Known.map(
        normal,
        value ->
            value instanceof Value.Text(String text) && OCTAL.matcher(text).matches()
                ? new Value.Whole(number(text))
                : value);
  }

  @Override
  public Optional<Value> fromApi(@Nullable Value api) {
    return api instanceof Value.Whole(long number) && number > 0
        ? Optional.of(Value.text(text(number)))
        : Optional.empty();
  }

  private static String text(long number) {
    return "0" + Long.toOctalString(number);
  }

  private static long number(String text) {
    return Long.parseLong(text.replace("o", ""), 8);
  }
}
