package dev.cairn.api.address;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The address of a resource instance: `vpc`, `subnet["a"]`, `edge["eu"].subnet["a"]`.
///
/// `modules` lead from the stack's root to the module that holds the resource; `name` is the
/// resource itself.
public record Address(List<Part> modules, Part name) implements Comparable<Address> {
  private static final Comparator<Part> PARTS =
      Comparator.comparing(Part::name)
          .thenComparing(Part::key, Comparator.nullsFirst(Comparator.naturalOrder()));

  public Address {
    modules = List.copyOf(modules);
    Objects.requireNonNull(name, "name");
  }

  /// One name on the way, with the key of its instance where it has `forEach`.
  public record Part(String name, @Nullable String key) {
    public Part {
      Objects.requireNonNull(name, "name");
    }

    @Override
    public String toString() {
      return key == null ? name : name + "[" + quote(key) + "]";
    }
  }

  /// A resource of the stack's root, without a key.
  public static Address of(String name) {
    return new Address(List.of(), new Part(name, null));
  }

  /// One instance of a resource of the stack's root.
  public static Address of(String name, String key) {
    return new Address(List.of(), new Part(name, key));
  }

  /// Reads the canonical form, and the forms that are easier in a shell: `subnet[a]`,
  /// `subnet['a']`.
  ///
  /// @throws IllegalArgumentException where the text is no address
  public static Address parse(String text) {
    List<Part> parts = AddressReader.parts(text);
    return new Address(parts.subList(0, parts.size() - 1), parts.getLast());
  }

  /// The address without its last key: all instances of one resource share it.
  public Address block() {
    return new Address(modules, new Part(name.name(), null));
  }

  @Override
  public int compareTo(Address other) {
    Iterator<Part> mine = parts().iterator();
    Iterator<Part> theirs = other.parts().iterator();
    while (mine.hasNext() && theirs.hasNext()) {
      int order = PARTS.compare(mine.next(), theirs.next());
      if (order != 0) {
        return order;
      }
    }
    return Boolean.compare(mine.hasNext(), theirs.hasNext());
  }

  /// Every part from the root on, the resource last.
  public Stream<Part> parts() {
    return Stream.concat(modules.stream(), Stream.of(name));
  }

  /// The canonical form: keys as JSON strings.
  @Override
  public String toString() {
    return parts().map(Part::toString).collect(Collectors.joining("."));
  }

  /// The form for tags and labels: `edge/eu/subnet/a`, other bytes than `[A-Za-z0-9._-]` as `=XX`,
  /// at most 256 characters.
  public String tag() {
    StringBuilder out = new StringBuilder();
    parts()
        .flatMap(part ->
            part.key() == null ? Stream.of(part.name()) : Stream.of(part.name(), part.key()))
        .forEach(name -> encode(name, out.append(out.isEmpty() ? "" : "/")));
    return out.length() > 256 ? out.substring(0, 256) : out.toString();
  }

  private static void encode(String name, StringBuilder out) {
    for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
      if (b > 0 && (Character.isLetterOrDigit(b) || b == '.' || b == '_' || b == '-')) {
        out.append((char) b);
      } else {
        out.append(String.format(Locale.ROOT, "=%02X", b));
      }
    }
  }

  private static String quote(String key) {
    StringBuilder out = new StringBuilder(key.length() + 2).append('"');
    for (int i = 0; i < key.length(); i++) {
      char c = key.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (c < ' ') {
            out.append("\\u00")
                .append(Character.forDigit(c >> 4, 16))
                .append(Character.forDigit(c & 15, 16));
          } else {
            out.append(c);
          }
        }
      }
    }
    return out.append('"').toString();
  }
}
