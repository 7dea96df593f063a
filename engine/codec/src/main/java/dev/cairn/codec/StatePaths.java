package dev.cairn.codec;

import dev.cairn.api.address.Address;
import dev.cairn.api.address.Address.Part;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Where the state of one stack in one environment keeps what, so that people find it:
/// `dc/default/resources/subnet/a.json`.
public record StatePaths(String stack, String environment) {
  /// The file that makes a tree a state: [RootFormat].
  public static final String ROOT = "cairn.json";

  private static final String PLAIN = "-_. ";

  /// @param environment `default` where the stack has none
  public StatePaths {
    Objects.requireNonNull(stack, "stack");
    Objects.requireNonNull(environment, "environment");
  }

  /// Everything of this stack in any environment, with a `/` at the end.
  public String all() {
    return encode(stack) + "/";
  }

  /// The file that tells to which stack file the stack's name belongs: [ContentFormat]. No
  /// environment is encoded to its name.
  public String owner() {
    return all() + "stack.json";
  }

  /// Everything of this stack and environment, with a `/` at the end.
  public String home() {
    return all() + encode(environment) + "/";
  }

  /// The folder of the resources, with a `/` at the end.
  public String resources() {
    return home() + "resources/";
  }

  /// The file of one resource: [RecordFormat].
  public String resource(Address address) {
    return resources() + path(address);
  }

  /// The folder of the pinned lookups, with a `/` at the end.
  public String lookups() {
    return home() + "lookups/";
  }

  /// The file of one pinned lookup: [ContentFormat].
  public String lookup(Address address) {
    return lookups() + path(address);
  }

  /// The file of the outputs: [ContentFormat].
  public String outputs() {
    return home() + "outputs.json";
  }

  /// The folder of the open runs, with a `/` at the end.
  public String runs() {
    return home() + "runs/";
  }

  /// The file of an open run: [IntentFormat].
  public String run(String run) {
    return runs() + encode(run) + ".json";
  }

  private static String path(Address address) {
    return address.parts().flatMap(StatePaths::names).collect(Collectors.joining("/")) + ".json";
  }

  private static Stream<String> names(Part part) {
    String key = part.key();
    return key == null
        ? Stream.of(encode(part.name()))
        : Stream.of(encode(part.name()), encode(key));
  }

  /// Percent-encoded where a git tree or a file system would not take it, or would take it for
  /// something else; other letters stay readable.
  private static String encode(String name) {
    if (name.isEmpty()) {
      return "%";
    }
    StringBuilder out = new StringBuilder();
    name.codePoints()
        .forEach(c -> {
          if (Character.isLetterOrDigit(c) || PLAIN.indexOf(c) >= 0) {
            out.appendCodePoint(c);
          } else {
            percent(Character.toString(c), out);
          }
        });
    boolean special = name.startsWith(".") || name.endsWith(".") || name.endsWith(".json");
    return special ? out.toString().replace(".", "%2E") : out.toString();
  }

  private static void percent(String character, StringBuilder out) {
    for (byte b : character.getBytes(StandardCharsets.UTF_8)) {
      out.append(String.format(Locale.ROOT, "%%%02X", b & 0xff));
    }
  }
}
