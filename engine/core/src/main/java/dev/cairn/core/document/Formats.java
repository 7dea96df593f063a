package dev.cairn.core.document;

import com.networknt.schema.ExecutionContext;
import com.networknt.schema.format.Format;
import dev.cairn.core.time.Durations;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// The `format`s that our schemas use, each with words for what it wants.
final class Formats {
  private static final List<Named> ALL =
      List.of(
          new Named("cidr", "an IP network such as `10.0.0.0/16`", Networks::isNetwork),
          new Named("ipv4", "an IPv4 address such as `10.0.0.1`", Networks::isIpv4),
          new Named("ipv6", "an IPv6 address such as `fd00::1`", Networks::isIpv6),
          new Named("ip", "an IP address such as `10.0.0.1`", Networks::isAddress),
          new Named(
              "duration",
              "a duration such as `1h30m5s`",
              text -> Durations.parse(text).isPresent()),
          new Named("base64", "base64, which `base64(…)` makes of a text", Formats::isBase64),
          new Named(
              "uri", "a URI such as `https://example.org/`", matching("[A-Za-z][-+.\\w]*:.+")));

  private Formats() {}

  static List<Format> all() {
    return List.copyOf(ALL);
  }

  /// What a format wants, in words; empty for one that is not checked.
  static Optional<String> wanted(String name) {
    return ALL.stream().filter(format -> format.name.equals(name)).map(Named::wanted).findFirst();
  }

  private static boolean isBase64(String text) {
    try {
      byte[] decoded = Base64.getDecoder().decode(text);
      return !text.isEmpty() || decoded.length == 0;
    } catch (IllegalArgumentException no) {
      return false;
    }
  }

  private static Predicate<String> matching(String regex) {
    return Pattern.compile(regex).asMatchPredicate();
  }

  private record Named(String name, String wanted, Predicate<String> test) implements Format {
    @Override
    public String getName() {
      return name;
    }

    @Override
    public boolean matches(ExecutionContext context, String value) {
      return test.test(value);
    }
  }
}
