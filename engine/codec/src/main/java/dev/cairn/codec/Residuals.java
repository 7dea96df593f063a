package dev.cairn.codec;

import dev.cairn.api.address.AttributeRef;
import dev.cairn.api.address.Path;
import dev.cairn.api.value.Residual;
import dev.cairn.api.value.Value;
import java.util.List;

/// The written form of residuals: `{"attribute": …}`, `{"cel": …, "bindings": …, "reads": …}`,
/// `{"joined": […]}` or `{"secret": "env:NAME"}`. `reads` is for people: reading derives it again.
final class Residuals {
  private Residuals() {}

  static Value.Fields plain(Residual residual, Values values) {
    return switch (residual) {
      case Residual.Attribute(AttributeRef ref) -> Value.Fields.of("attribute", plain(ref));
      case Residual.Expression(String cel, Value.Fields bindings) ->
          Value.Fields.of("cel", new Value.Text(cel))
              .with("bindings", values.plain(bindings))
              .with("reads", reads(residual));
      case Residual.Joined(List<Value> parts) ->
          Value.Fields.of("joined", values.plain(new Value.Items(parts)));
      case Residual.Secret(String source) -> Value.Fields.of("secret", new Value.Text(source));
    };
  }

  private static Value.Fields plain(AttributeRef ref) {
    return Value.Fields.of("address", new Value.Text(ref.address().toString()))
        .with("path", new Value.Text(ref.path().toString()));
  }

  private static Value reads(Residual residual) {
    return new Value.Items(
        residual.reads().stream().<Value>map(ref -> new Value.Text(ref.toString())).toList());
  }

  static Residual read(Value.Fields written) {
    if (written.has("cel")) {
      return new Residual.Expression(
          Texts.required(written, "cel"), Values.fields(Values.decode(written.fields("bindings"))));
    }
    if (written.has("joined")) {
      return new Residual.Joined(Values.each(written.items("joined")));
    }
    if (written.has("secret")) {
      return new Residual.Secret(Texts.required(written, "secret"));
    }
    if (written.has("attribute")) {
      return new Residual.Attribute(ref(written.fields("attribute")));
    }
    throw new CodecException("an expression is expected");
  }

  private static AttributeRef ref(Value.Fields written) {
    return new AttributeRef(
        Texts.address(new Value.Text(Texts.required(written, "address"))),
        Texts.read(Path::parse, new Value.Text(Texts.required(written, "path"))));
  }
}
