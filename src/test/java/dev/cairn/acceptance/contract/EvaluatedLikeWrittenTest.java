package dev.cairn.acceptance.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.api.address.TypeName;
import dev.cairn.api.diagnostic.Diagnostic;
import dev.cairn.api.schema.Attribute;
import dev.cairn.api.schema.Trait;
import dev.cairn.api.schema.TypeSchema;
import dev.cairn.api.value.Shape;
import dev.cairn.api.value.Value;
import dev.cairn.codec.Json;
import dev.cairn.core.expand.Decider;
import dev.cairn.core.expand.Expander;
import dev.cairn.core.expression.Inputs;
import dev.cairn.core.schema.Catalog;
import dev.cairn.core.schema.Types;
import dev.cairn.core.stack.LoadRequest;
import dev.cairn.core.stack.Loaded;
import dev.cairn.core.stack.StackLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// For every attribute of every type: what is refused where it is written out is refused for the
/// same reason where an expression gives it.
class EvaluatedLikeWrittenTest {
  private static final Catalog CATALOG = new Types(List.of(Real.AWS, Real.DOCKER));
  private static final List<Value> TEXTS = List.of(Value.text("no such %% thing"), Value.text(""));
  private static final List<Value> NUMBERS =
      List.of(new Value.Whole(-7), new Value.Whole(99_999_999));
  private static final List<Value> OTHERS =
      List.of(
          Value.text("no such %% thing"),
          new Value.Items(List.of(Value.text("no such %% thing"))),
          Value.Fields.of("no such", Value.text("no such %% thing")));

  /// What is said before anything is evaluated: the type of the expression, and attributes that are
  /// not carried out.
  private static final Set<String> BEFORE = Set.of("CRN1305", "CRN1027");

  @TempDir Path directory;

  @Test
  void whatIsRefusedInWritingIsRefusedOfAnExpression() throws IOException {
    List<String> silent = new ArrayList<>();
    int refused = 0;
    for (TypeName type : CATALOG.types()) {
      TypeSchema schema = CATALOG.schema(type).orElseThrow();
      for (Map.Entry<String, Attribute> attribute : schema.attributes().entrySet()) {
        if (attribute.getValue().settable()
            && !(attribute.getValue().shape() instanceof Shape.RefTo)) {
          for (Value strange : strange(attribute.getValue().shape())) {
            SortedSet<String> written = found(schema, attribute.getKey(), strange, "");
            if (written.isEmpty()) {
              continue;
            }
            refused++;
            SortedSet<String> given = found(schema, attribute.getKey(), strange, "any");
            if (Collections.disjoint(given, BEFORE) && !given.containsAll(written)) {
              silent.add(type + "." + attribute.getKey() + " " + strange + written + given);
            }
          }
        }
      }
    }
    assertThat(silent).isEmpty();
    assertThat(refused).isGreaterThan(150);
  }

  private static List<Value> strange(Shape shape) {
    return switch (shape) {
      case Shape.Scalar.STRING -> TEXTS;
      case Shape.Scalar.INT, Shape.Scalar.NUMBER -> NUMBERS;
      case Shape.Scalar _, Shape.ListOf _, Shape.MapOf _, Shape.ObjectOf _, Shape.RefTo _ -> OTHERS;
    };
  }

  /// The codes of what is wrong at the attribute.
  private SortedSet<String> found(TypeSchema schema, String name, Value value, String through)
      throws IOException {
    Value.Fields attributes = schema.example();
    for (Map.Entry<String, Attribute> each : schema.attributes().entrySet()) {
      if (!each.getValue().settable() || each.getValue().is(Trait.READ_ONLY)) {
        attributes = attributes.without(each.getKey());
      } else if (each.getValue().shape() instanceof Shape.RefTo) {
        attributes = attributes.with(each.getKey(), Value.text("${other}"));
      }
    }
    String json = Json.canonical(value);
    Files.writeString(
        directory.resolve("stack.yaml"),
        "stack: strange\nproviders: { aws: { region: eu-central-1 } }\nlocals: { any: "
            + json
            + " }\nresources:\n  other: { type: docker.host, endpoint: \"unix:///a.sock\" }\n"
            + "  one:\n    type: "
            + schema.type()
            + "\n"
            + lines(attributes.without(name))
            + "    "
            + name
            + ": "
            + (through.isEmpty() ? json : "\"${locals." + through + "}\"")
            + "\n");
    SortedSet<String> codes = new TreeSet<>();
    all().stream()
        .filter(found -> found.range() != null && found.range().line() > 7)
        .forEach(found -> codes.add(found.code()));
    return codes;
  }

  private static String lines(Value.Fields attributes) {
    StringBuilder lines = new StringBuilder();
    attributes
        .fields()
        .forEach((name, value) ->
            lines
                .append("    ")
                .append(name)
                .append(": ")
                .append(Json.canonical(value))
                .append('\n'));
    return lines.toString();
  }

  private List<Diagnostic> all() {
    Loaded loaded =
        StackLoader.load(LoadRequest.of(directory, directory.resolve("stack.yaml")), CATALOG);
    return loaded.diagnostics().stream().anyMatch(Diagnostic::isError)
        ? loaded.diagnostics()
        : Expander.expand(
                loaded.orThrow(),
                CATALOG,
                Inputs.NONE,
                (lookup, arguments) -> Optional.empty(),
                Decider.ofNothing(type -> CATALOG.schema(type).orElseThrow()),
                true)
            .diagnostics();
  }
}
