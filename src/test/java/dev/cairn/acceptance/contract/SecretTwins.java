package dev.cairn.acceptance.contract;

import dev.cairn.api.address.Path;
import dev.cairn.api.schema.Attribute;
import dev.cairn.api.schema.Exclusive;
import dev.cairn.api.schema.Home;
import dev.cairn.api.schema.Identity;
import dev.cairn.api.schema.Trait;
import dev.cairn.api.schema.TypeSchema;
import dev.cairn.api.value.Shape;
import dev.cairn.api.value.Value;
import dev.cairn.codec.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/// One resource for each place of each type where a text may be, with a variable in it: whole,
/// inside of a word, and as the list or the object around it.
final class SecretTwins {
  /// A text that the attribute takes, and another one.
  record Words(String before, String after) {}

  /// @param form of the attribute, whatever the text in it
  /// @param line of the resource in a stack file
  record Row(String name, String form, String line) {}

  static final List<Words> WORDS =
      List.of(
          new Words("alpha-one", "beta-two"),
          new Words("10.77.0.5", "10.77.0.6"),
          new Words("10.77.0.0/16", "10.78.0.0/16"),
          new Words("KEYS=alpha-one", "KEYS=beta-two"),
          new Words("/alpha/one", "/beta/two"),
          new Words("3717", "3818"));

  /// What is searched for where no secret may be.
  static final List<String> TEXTS =
      List.of("alpha-one", "beta-two", "10.77.0", "10.78.0", "/alpha/one", "/beta/two");

  private static final String HERE = "@here@";

  /// Forms that the shapes of the normal forms do not show.
  private static final Map<String, List<String>> FORMS =
      Map.of(
          "environment", List.of("[\"KEY=@here@\"]", "[\"KEY=x@here@y\", \"B=c\"]"),
          "labels", List.of("[\"key=@here@\"]"),
          "command", List.of("\"@here@\"", "[\"sh\", \"-c\", \"echo @here@ >/x\"]"),
          "entrypoint", List.of("\"@here@\"", "[\"sh\", \"@here@\"]"),
          "volumes",
              List.of(
                  "[\"@here@:/data\"]",
                  "[\"data:@here@\"]",
                  "[{\"source\": \"data\", \"target\": \"@here@\"}]"),
          "extraHosts", List.of("[\"name:@here@\"]", "{\"name\": \"@here@\"}"),
          "healthcheck",
              List.of("{\"test\": \"curl @here@\"}", "{\"test\": [\"CMD\", \"@here@\"]}"));

  private final TypeSchema schema;
  private final Words words;
  private final List<Row> rows = new ArrayList<>();

  private SecretTwins(TypeSchema schema, Words words) {
    this.schema = schema;
    this.words = words;
  }

  static List<Row> of(TypeSchema schema, Words words) {
    SecretTwins twins = new SecretTwins(schema, words);
    schema
        .attributes()
        .forEach((name, attribute) -> {
          if (attribute.settable() && !twins.toldApartBy().contains(name)) {
            twins.values(name, attribute).distinct().forEach(value -> twins.rows(name, value));
          }
        });
    return twins.rows;
  }

  private Set<String> toldApartBy() {
    Set<String> names = new TreeSet<>();
    schema.exclusive().stream()
        .map(Exclusive::key)
        .flatMap(List::stream)
        .map(Path::attribute)
        .forEach(names::add);
    if (schema.identity() instanceof Identity.Natural(List<Path> key)) {
      key.stream().map(Path::attribute).forEach(names::add);
    }
    return names;
  }

  private Stream<String> values(String name, Attribute attribute) {
    return Stream.concat(
        shaped(attribute.shape()).map(Json::canonical),
        FORMS.getOrDefault(name, List.of()).stream());
  }

  private static Stream<Value> shaped(Shape shape) {
    return switch (shape) {
      case Shape.Scalar scalar ->
          scalar == Shape.Scalar.STRING || scalar == Shape.Scalar.ANY
              ? Stream.of(Value.text(HERE))
              : Stream.empty();
      case Shape.ListOf list -> shaped(list.element()).map(one -> new Value.Items(List.of(one)));
      case Shape.MapOf map -> shaped(map.element()).map(one -> Value.Fields.of("key", one));
      case Shape.ObjectOf object ->
          object.fields().entrySet().stream()
              .flatMap(field ->
                  shaped(field.getValue())
                      .map(one -> required(object, field.getKey()).with(field.getKey(), one)));
      case Shape.RefTo _ -> Stream.empty();
    };
  }

  private static Value.Fields required(Shape.ObjectOf object, String without) {
    SortedMap<String, Value> fields = new TreeMap<>();
    object
        .fields()
        .forEach((name, shape) -> {
          if (!object.optional().contains(name) && !name.equals(without)) {
            fields.put(name, filler(shape));
          }
        });
    return new Value.Fields(fields);
  }

  private static Value filler(Shape shape) {
    return switch (shape) {
      case Shape.Scalar scalar ->
          switch (scalar) {
            case STRING, ANY -> Value.text("/x");
            case BOOL -> new Value.Flag(true);
            case INT, NUMBER -> new Value.Whole(1);
          };
      case Shape.ListOf _ -> Value.Items.EMPTY;
      case Shape.MapOf _ -> Value.Fields.EMPTY;
      case Shape.ObjectOf object -> required(object, "");
      case Shape.RefTo _ -> Value.text("${host}");
    };
  }

  private void rows(String attribute, String value) {
    rows.add(row(attribute, value.replace(HERE, "${vars.V}")));
    rows.add(row(attribute, value.replace(HERE, "x${vars.V}")));
    if (value.startsWith("[") || value.startsWith("{")) {
      String whole = value.replace(HERE, "@").replace('"', '\'').replace("'@'", "vars.V");
      if (!whole.contains("@")) {
        rows.add(row(attribute, "\"${" + whole + "}\""));
      }
    }
  }

  private Row row(String attribute, String value) {
    String name = schema.type().name() + WORDS.indexOf(words) + "x" + rows.size();
    SortedMap<String, String> fields = new TreeMap<>();
    schema
        .attributes()
        .forEach((other, described) -> {
          if (described.is(Trait.REQUIRED) && !other.equals(attribute)) {
            fields.put(
                other, schema.example().get(other).map(this::own).map(Json::canonical).orElse(""));
          }
        });
    String own = schema.home() == Home.HOST ? ", host: \"${" + name + "h}\"" : "";
    String host =
        own.isEmpty()
            ? ""
            : "  " + name + "h: { type: docker.host, endpoint: unix:///" + name + " }\n";
    StringBuilder line = new StringBuilder(host).append("  ").append(name).append(": { type: ");
    line.append(schema.type()).append(own);
    fields.put(attribute, value);
    fields.remove("host");
    fields.forEach((field, text) -> line.append(", ").append(field).append(": ").append(text));
    String variable = "v" + WORDS.indexOf(words);
    return new Row(
        name,
        attribute + ": " + value,
        line.append(" }\n").toString().replace("vars.V", "vars." + variable));
  }

  /// An example that no other row has: ids of other objects as names, which are not checked.
  private Value own(Value example) {
    int number = WORDS.indexOf(words) * 200 + rows.size();
    return switch (example) {
      case Value.Text(String text) when text.matches("[0-9./]+") ->
          Value.text("10.%d.%d.0/24".formatted(number / 250, number % 250));
      case Value.Text(String text) when text.matches("[a-z]+-[0-9a-f]{17}") ->
          Value.text("it-" + number);
      case Value.Text(String text) when !text.contains(":") -> Value.text(text + number);
      default -> example;
    };
  }

  static String variables(boolean sensitive, boolean changed) {
    StringBuilder yaml = new StringBuilder("stack: twins\nvariables:\n");
    for (int i = 0; i < WORDS.size(); i++) {
      Words words = WORDS.get(i);
      yaml.append(
          "  v%d: { type: string, sensitive: %s, default: \"%s\" }\n"
              .formatted(i, sensitive, changed ? words.after() : words.before()));
    }
    return yaml.append("resources:\n").toString();
  }
}
