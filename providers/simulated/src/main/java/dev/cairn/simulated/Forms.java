package dev.cairn.simulated;

import dev.cairn.api.schema.TypeSchema;
import dev.cairn.api.value.Value;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Makes values in the form of an example: what looks random in it is made anew from words, the
/// rest stays. The same words give the same values.
final class Forms {
  /// Hexadecimal digits with both letters and figures, at least eight.
  private static final Pattern RANDOM =
      Pattern.compile("\\b(?=[0-9a-f]*[a-f])(?=[0-9a-f]*[0-9])[0-9a-f]{8,}\\b");

  private static final Pattern ADDRESS =
      Pattern.compile("\\b(\\d{1,3}\\.\\d{1,3})\\.\\d{1,3}\\.\\d{1,3}\\b(?!/)");

  private final String region;

  Forms(String region) {
    this.region = region;
  }

  /// Whether a text has the form of this type's ids, rather than that of a name.
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

  /// An example as it stands, but for the region.
  Value placed(Value example) {
    return switch (example) {
      case Value.Text(String text) -> Value.text(placed(text));
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

  String placed(String example) {
    return example.replace("{region}", region);
  }

  Value like(Value example, Object... words) {
    return switch (example) {
      case Value.Text(String text) -> Value.text(like(text, words));
      case Value.Items(List<Value> items) ->
          new Value.Items(items.stream().map(item -> like(item, words)).toList());
      case Value.Fields fields -> {
        SortedMap<String, Value> like = new TreeMap<>();
        fields.fields().forEach((part, value) -> like.put(part, like(value, part, words)));
        yield new Value.Fields(like);
      }
      default -> example;
    };
  }

  String like(String example, Object... words) {
    String hex = Dice.hex(words);
    String text = RANDOM.matcher(placed(example)).replaceAll(found -> digits(hex, found));
    return ADDRESS.matcher(text).replaceAll(found -> found.group(1) + "." + host(hex));
  }

  /// The last two numbers of an address.
  static String host(String hex) {
    int high = Integer.parseInt(hex.substring(0, 2), 16);
    int low = Integer.parseInt(hex.substring(2, 4), 16);
    return high + "." + (4 + low % 250);
  }

  private static String digits(String hex, MatchResult found) {
    int length = found.end() - found.start();
    return hex.repeat(1 + length / hex.length()).substring(0, length);
  }
}
