package dev.cairn.simulated;

import dev.cairn.api.schema.Attribute;
import dev.cairn.api.schema.Identity;
import dev.cairn.api.schema.Trait;
import dev.cairn.api.schema.TypeSchema;
import dev.cairn.api.value.Shape;
import dev.cairn.api.value.Value;
import dev.cairn.simulated.world.ObjectKey;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Invents what a provider would give: ids, addresses, names; from the example in the type's schema
/// where it has one, else from the attribute's name. The same object gets the same values in every
/// run.
final class Imitation {
  /// What stands for something random in an example: hexadecimal digits with both letters and
  /// figures, at least eight.
  private static final Pattern RANDOM =
      Pattern.compile("\\b(?=[0-9a-f]*[a-f])(?=[0-9a-f]*[0-9])[0-9a-f]{8,}\\b");

  private static final Pattern ADDRESS =
      Pattern.compile("\\b(\\d{1,3}\\.\\d{1,3})\\.\\d{1,3}\\.\\d{1,3}\\b(?!/)");

  private static final int ID_DIGITS = 17;
  private final Scene scene;

  Imitation(Scene scene) {
    this.scene = scene;
  }

  /// The id of a new object, in the usual form of its type.
  ///
  /// @param words tell the object from all others
  String id(TypeSchema schema, Value.Fields attributes, Object... words) {
    Optional<String> example = schema.example().text("id");
    if (example.isEmpty() && schema.identity() instanceof Identity.Natural(var key)) {
      return key.stream()
          .map(path -> attributes.at(path).map(Texts::of).orElse(""))
          .collect(Collectors.joining("/"));
    }
    String form = example.orElse(schema.type().name() + "-0123456789abcdef0");
    return like(form, "id", words);
  }

  /// Whether a text has the form of this type's invented ids, rather than that of a name.
  static boolean hasFormOfId(TypeSchema schema, String text) {
    String form = schema.example().text("id").orElse("");
    var random = RANDOM.matcher(form);
    return random.find()
        && text.startsWith(form.substring(0, random.start()))
        && (random.start() > 0 || RANDOM.matcher(text).matches());
  }

  /// Whether a text is likely to be an invented id of some type.
  static boolean invented(String text) {
    return RANDOM.matcher(text).find();
  }

  /// Values for computed attributes that nobody has set.
  Value.Fields computed(TypeSchema schema, ObjectKey key) {
    SortedMap<String, Value> computed = new TreeMap<>();
    schema
        .attributes()
        .forEach((name, attribute) -> {
          if (attribute.is(Trait.COMPUTED)) {
            Optional<Value> example = schema.example().get(name);
            example
                .map(value -> like(value, name, key))
                .or(() -> named(name, attribute, key))
                .ifPresent(value -> computed.put(name, value));
          }
        });
    computed.put("id", Value.text(key.id()));
    return new Value.Fields(computed);
  }

  /// The answer of a lookup: its example.
  Value.Fields answer(TypeSchema lookup, Value.Fields arguments) {
    SortedMap<String, Value> answer = new TreeMap<>();
    ObjectKey key = scene.place(lookup.type()).key(Texts.of(arguments));
    lookup
        .attributes()
        .forEach((name, attribute) -> {
          if (attribute.is(Trait.COMPUTED)) {
            lookup
                .example()
                .get(name)
                .map(this::placed)
                .or(() -> named(name, attribute, key))
                .ifPresent(value -> answer.put(name, value));
          }
        });
    return new Value.Fields(answer);
  }

  /// An example as it stands, but for the region.
  Value placed(Value example) {
    return switch (example) {
      case Value.Text(String text) -> Value.text(text.replace("{region}", scene.region()));
      case Value.Items(List<Value> items) ->
          new Value.Items(items.stream().map(this::placed).toList());
      case Value.Fields fields -> {
        SortedMap<String, Value> placed = new TreeMap<>();
        fields.fields().forEach((name, field) -> placed.put(name, placed(field)));
        yield new Value.Fields(placed);
      }
      default -> example;
    };
  }

  private Value like(Value example, String name, ObjectKey key) {
    return switch (example) {
      case Value.Text(String text) -> Value.text(like(text, name, key));
      case Value.Items(List<Value> items) ->
          new Value.Items(items.stream().map(item -> like(item, name, key)).toList());
      case Value.Fields fields -> {
        SortedMap<String, Value> like = new TreeMap<>();
        fields.fields().forEach((part, value) -> like.put(part, like(value, name + part, key)));
        yield new Value.Fields(like);
      }
      default -> example;
    };
  }

  private String like(String example, String name, Object... words) {
    String hex = Dice.hex(name, List.of(words));
    String text = example.replace("{region}", scene.region());
    text = RANDOM.matcher(text).replaceAll(found -> digits(hex, found));
    return ADDRESS.matcher(text).replaceAll(found -> found.group(1) + "." + host(hex));
  }

  private static String digits(String hex, MatchResult found) {
    int length = found.end() - found.start();
    return hex.repeat(1 + length / hex.length()).substring(0, length);
  }

  private static String host(String hex) {
    int high = Integer.parseInt(hex.substring(0, 2), 16);
    int low = Integer.parseInt(hex.substring(2, 4), 16);
    return high + "." + (4 + low % 250);
  }

  private Optional<Value> named(String name, Attribute attribute, ObjectKey key) {
    return switch (attribute.shape()) {
      case Shape.Scalar scalar -> scalar(scalar, name, key);
      case Shape.ListOf ignored -> Optional.of(Value.Items.EMPTY);
      case Shape.MapOf ignored -> Optional.of(Value.Fields.EMPTY);
      case Shape.ObjectOf ignored -> Optional.empty();
      case Shape.RefTo ignored -> Optional.empty();
    };
  }

  private Optional<Value> scalar(Shape.Scalar shape, String name, ObjectKey key) {
    return switch (shape) {
      case STRING -> Optional.of(Value.text(text(name, key)));
      case BOOL -> Optional.of(new Value.Flag(false));
      case INT -> Optional.of(new Value.Whole(name.endsWith("ersion") ? 1 : 0));
      case NUMBER -> Optional.of(new Value.Decimal(0));
      case ANY -> Optional.empty();
    };
  }

  private String text(String name, ObjectKey key) {
    if (name.endsWith("rn") && name.length() <= 3) {
      return "arn:aws:simulated:" + scene.region() + ":000000000000:" + key.id();
    }
    if (name.endsWith("Id")) {
      String kind = name.substring(0, name.length() - 2);
      return kind + "-" + Dice.hex(name, key).substring(0, ID_DIGITS);
    }
    if (name.endsWith("Ip") || name.endsWith("IpAddress") || name.equals("ipAddress")) {
      return (name.startsWith("public") ? "198.18." : "10.0.") + host(Dice.hex(name, key));
    }
    if (name.equals("state") || name.equals("status")) {
      return "available";
    }
    return name + "-" + Dice.hex(name, key).substring(0, 8);
  }
}
