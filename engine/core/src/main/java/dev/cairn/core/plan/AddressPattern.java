package dev.cairn.core.plan;

import dev.cairn.api.address.Address;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// One address, or all whose text fits: `*` stands for any characters, as in `data[*]`.
public final class AddressPattern {
  private final Pattern pattern;

  private AddressPattern(Pattern pattern) {
    this.pattern = pattern;
  }

  /// @throws IllegalArgumentException where it has no `*` and is no address
  public static AddressPattern parse(String text) {
    String normal = text.contains("*") ? text.replace("\"", "") : bare(Address.parse(text));
    return new AddressPattern(
        Pattern.compile(
            Arrays.stream(normal.split("\\*", -1))
                .map(Pattern::quote)
                .collect(Collectors.joining(".*")),
            Pattern.DOTALL));
  }

  public boolean matches(Address address) {
    return pattern.matcher(bare(address)).matches();
  }

  /// Without the quotes of keys, which people leave out as a shell eats them.
  private static String bare(Address address) {
    return address.toString().replace("\"", "");
  }
}
