package dev.cairn.docker.form;

import dev.cairn.api.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The short form of published ports, as `docker run -p` takes it.
final class PortText {
  private static final Pattern TEXT =
      Pattern.compile(
          "(?:(?:\\[([0-9a-fA-F:]+)]|(\\d+(?:\\.\\d+){3})):)?(?:(\\d+)?(?:-(\\d+))?:)?(\\d+)(?:-(\\d+))?"
              + "(?:/(tcp|udp|sctp))?",
          Pattern.CASE_INSENSITIVE);

  private PortText() {}

  /// The ports in normal form; none where the text is no such form.
  static List<Value> parse(String text) {
    Matcher matcher = TEXT.matcher(text.strip());
    if (!matcher.matches()) {
      return List.of();
    }
    int first = Integer.parseInt(matcher.group(5));
    int last = number(matcher.group(6), first);
    int published = number(matcher.group(3), -1);
    int end = number(matcher.group(4), published < 0 ? -1 : published + last - first);
    boolean sound =
        last >= first && last <= 65535 && (published < 0 || end - published == last - first);
    List<Value> ports = new ArrayList<>();
    for (int port = first; sound && port <= last; port++) {
      ports.add(port(matcher, port, published < 0 ? -1 : published + port - first));
    }
    return ports;
  }

  private static Value port(Matcher matcher, int target, int published) {
    String protocol = matcher.group(7) == null ? "tcp" : matcher.group(7);
    Value.Fields port =
        Value.Fields.of("target", new Value.Whole(target))
            .with("protocol", Value.text(protocol.toLowerCase(Locale.ROOT)));
    String address = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
    if (address != null) {
      port = port.with("hostIp", Value.text(address));
    }
    return published > 0 ? port.with("published", new Value.Whole(published)) : port;
  }

  private static int number(@Nullable String text, int otherwise) {
    return text == null ? otherwise : Integer.parseInt(text);
  }
}
