package dev.cairn.docker.form;

import dev.cairn.api.value.Value;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A number of bytes: `512m`, `1g`, `1048576`; `-1` for no limit. The normal form has the largest
/// unit that leaves no fraction; the API has the number.
public enum Size implements Form {
  BYTES;

  private static final Pattern TEXT =
      Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*([bkmgt]?)(?:i?b)?", Pattern.CASE_INSENSITIVE);
  private static final List<String> UNITS = List.of("b", "k", "m", "g", "t");

  @Override
  public Value normal(Value written) {
    return Known.map(
        written,
        value -> {
          OptionalLong bytes = bytes(value);
          return bytes.isPresent() ? Value.text(text(bytes.getAsLong())) : value;
        });
  }

  @Override
  public Value toApi(Value normal) {
    return Known.map(normal, value -> new Value.Whole(bytes(value).orElse(0)));
  }

  @Override
  public Optional<Value> fromApi(@Nullable Value api) {
    return api instanceof Value.Whole(long number) && number != 0
        ? Optional.of(Value.text(text(number)))
        : Optional.empty();
  }

  @Override
  public boolean understands(Value normal) {
    return bytes(normal.revealed()).isPresent();
  }

  /// The number of bytes; empty for what is no size.
  public static OptionalLong bytes(Value value) {
    String text = Known.scalar(value);
    if (text == null) {
      return OptionalLong.empty();
    }
    if (text.equals("-1")) {
      return OptionalLong.of(-1);
    }
    Matcher matcher = TEXT.matcher(text.strip());
    if (!matcher.matches()) {
      return OptionalLong.empty();
    }
    int unit = Math.max(0, UNITS.indexOf(matcher.group(2).toLowerCase(Locale.ROOT)));
    double bytes = Double.parseDouble(matcher.group(1)) * Math.pow(1024, unit);
    return OptionalLong.of((long) bytes);
  }

  private static String text(long bytes) {
    if (bytes < 0) {
      return "-1";
    }
    int unit = 0;
    long left = bytes;
    while (left > 0 && left % 1024 == 0 && unit < UNITS.size() - 1) {
      left /= 1024;
      unit++;
    }
    return left + UNITS.get(unit);
  }
}
