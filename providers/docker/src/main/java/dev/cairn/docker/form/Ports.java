package dev.cairn.docker.form;

import dev.cairn.api.address.Path;
import dev.cairn.api.provider.ResourceType.Problem;
import dev.cairn.api.value.Residual;
import dev.cairn.api.value.Shape;
import dev.cairn.api.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Published ports: `80`, `8080:80`, `127.0.0.1:8080-8081:80-81/udp`, or `{target, published,
/// hostIp, protocol}`, which is the normal form; without `published` the engine picks a free port.
public final class Ports {
  private static final Pattern TAKEN = Pattern.compile("(.*):(\\d+)/(\\w+)");

  private Ports() {}

  public static Value normal(Value written) {
    return Known.map(
        written,
        value ->
            value instanceof Value.Items(List<Value> items)
                ? new Value.Items(
                    items.stream().flatMap(Ports::ports).distinct().sorted(Order.BY_TEXT).toList())
                : value);
  }

  private static Stream<Value> ports(Value item) {
    return switch (item) {
      case Value.Whole(long number) -> PortText.parse(Long.toString(number)).stream();
      case Value.Text(String text) -> {
        List<Value> ports = PortText.parse(text);
        yield ports.isEmpty() ? Stream.of(item) : ports.stream();
      }
      case Value.Fields fields -> Stream.of(complete(fields));
      default -> Stream.of(item);
    };
  }

  private static Value complete(Value.Fields port) {
    Value.Fields complete = port.has("protocol") ? port : port.with("protocol", Value.text("tcp"));
    return complete.text("hostIp").filter(String::isEmpty).isPresent()
        ? complete.without("hostIp")
        : complete;
  }

  public static boolean understands(Value normal) {
    return Known.items(normal).stream()
        .allMatch(item ->
            item instanceof Value.Fields port
                && port.whole("target").isPresent()
                && port.text("protocol").isPresent());
  }

  /// The `ExposedPorts` of ports in normal form.
  public static Value exposed(Value normal) {
    SortedMap<String, Value> exposed = new TreeMap<>();
    each(normal).forEach(port -> exposed.put(key(port), Value.Fields.EMPTY));
    return new Value.Fields(exposed);
  }

  /// The `PortBindings` of ports in normal form.
  public static Value bindings(Value normal) {
    SortedMap<String, List<Value>> bindings = new TreeMap<>();
    each(normal)
        .forEach(
            port -> bindings.computeIfAbsent(key(port), k -> new ArrayList<>()).add(bind(port)));
    SortedMap<String, Value> lists = new TreeMap<>();
    bindings.forEach((key, list) -> lists.put(key, new Value.Items(list)));
    return new Value.Fields(lists);
  }

  private static Value bind(Value.Fields port) {
    return new Renamed(port)
        .take("hostIp", "HostIp")
        .take("published", "HostPort", Known::asText)
        .fields();
  }

  /// The addresses on the host that ports in normal form take, as `ADDRESS:PORT/PROTOCOL`; ports
  /// that the engine picks are not among them.
  public static Value taken(Value normal) {
    return new Value.Items(
        each(normal)
            .filter(port -> port.has("published"))
            .map(Ports::taken)
            .distinct()
            .sorted(Order.BY_TEXT)
            .toList());
  }

  private static Value taken(Value.Fields port) {
    Value address = port.get("hostIp").orElse(Value.text("*"));
    Value published = port.get("published").orElseThrow();
    String behind = "/" + port.text("protocol").orElse("tcp");
    return address.known() && published.known()
        ? Value.text(Known.scalar(address) + ":" + Known.scalar(published) + behind)
        : new Value.Unknown(
            Shape.Scalar.STRING,
            new Residual.Joined(List.of(address, Value.text(":"), published, Value.text(behind))));
  }

  /// Where a taken address lies: one without an address is all of a port, `0.0.0.0` is all of its
  /// IPv4 addresses, and what begins with another's text is inside of it.
  public static Optional<String> extent(String taken) {
    Matcher parts = TAKEN.matcher(taken);
    if (!parts.matches()) {
      return Optional.empty();
    }
    String port = parts.group(3) + "/" + parts.group(2) + "/";
    String address = parts.group(1).replace("[", "").replace("]", "");
    return Optional.of(
        switch (address) {
          case "*" -> port;
          case "0.0.0.0" -> port + "4/";
          case "::" -> port + "6/";
          default -> port + (address.contains(":") ? "6/" : "4/") + address + "/";
        });
  }

  /// Ports of one container that take the same address and port on the host, or one inside of the
  /// other.
  public static List<Problem> colliding(Value normal) {
    List<Value> items = Known.items(normal);
    SortedMap<String, Integer> extents = new TreeMap<>();
    List<Problem> problems = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      String extent = extent(items.get(i)).orElse(null);
      Integer other = extent == null ? null : around(extents, extent);
      if (other != null) {
        problems.add(colliding(items.get(other), items.get(i)).at(other, i));
      } else if (extent != null) {
        extents.put(extent, i);
      }
    }
    return problems;
  }

  private static Optional<String> extent(Value port) {
    return port.revealed() instanceof Value.Fields fields && fields.has("published")
        ? taken(fields) instanceof Value.Text(String text) ? extent(text) : Optional.empty()
        : Optional.empty();
  }

  /// What an extent lies in, or what lies in it.
  private static @Nullable Integer around(SortedMap<String, Integer> extents, String extent) {
    SortedMap<String, Integer> inside = extents.tailMap(extent);
    if (!inside.isEmpty() && inside.firstKey().startsWith(extent)) {
      return inside.get(inside.firstKey());
    }
    return IntStream.range(1, extent.length())
        .mapToObj(length -> extents.get(extent.substring(0, length)))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private static Problem colliding(Value one, Value other) {
    return new Problem(
        Path.of("ports"),
        "two ports of a container take the same port of the host",
        "They are " + said(one) + " and " + said(other) + ".",
        "publish one of them on another port or address");
  }

  private static String said(Value port) {
    Value.Fields fields = (Value.Fields) port.revealed();
    return Known.scalar(taken(fields)) + " for " + key(fields);
  }

  /// The normal form of the engine's `PortBindings`.
  public static Optional<Value> read(Value.Fields bindings) {
    List<Value> ports = new ArrayList<>();
    bindings
        .fields()
        .forEach((key, list) -> {
          for (Value binding : Known.items(list)) {
            if (binding instanceof Value.Fields fields) {
              ports.add(port(key, fields));
            }
          }
        });
    return Optional.of(normal(new Value.Items(ports)));
  }

  private static Value port(String key, Value.Fields binding) {
    String[] parts = key.split("/", 2);
    Value.Fields port =
        Value.Fields.of("target", new Value.Whole(Long.parseLong(parts[0])))
            .with("protocol", Value.text(parts.length > 1 ? parts[1] : "tcp"));
    Optional<String> address = binding.text("HostIp").filter(text -> !text.isEmpty());
    Optional<String> published =
        binding.text("HostPort").filter(text -> !text.isEmpty() && !text.equals("0"));
    if (address.isPresent()) {
      port = port.with("hostIp", Value.text(address.get()));
    }
    return published.isPresent() && published.get().matches("\\d+")
        ? port.with("published", new Value.Whole(Long.parseLong(published.get())))
        : port;
  }

  private static Stream<Value.Fields> each(Value normal) {
    return Known.items(normal).stream()
        .map(Value::revealed)
        .filter(Value.Fields.class::isInstance)
        .map(Value.Fields.class::cast);
  }

  private static String key(Value.Fields port) {
    return port.whole("target").orElse(0L) + "/" + port.text("protocol").orElse("tcp");
  }
}
