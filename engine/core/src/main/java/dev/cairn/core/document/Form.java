package dev.cairn.core.document;

import dev.cairn.api.value.Shape;
import dev.cairn.core.schema.SchemaNode;
import java.util.List;
import java.util.Optional;

/// What may stand at a place of a document: it decides what a plain scalar is.
public sealed interface Form {
  /// Anything: a plain scalar is what it looks like.
  Form ANY = new ByShape(Shape.Scalar.ANY);

  /// The kinds that a scalar may have here, the first that fits is taken.
  List<Shape.Scalar> scalars();

  Form field(String key);

  Form item();

  static Form of(SchemaNode schema) {
    return new BySchema(schema);
  }

  static Form of(Shape shape) {
    return new ByShape(shape);
  }

  record BySchema(SchemaNode schema) implements Form {
    @Override
    public List<Shape.Scalar> scalars() {
      return schema.forms().stream().flatMap(form -> form.scalars().stream()).toList();
    }

    @Override
    public Form field(String key) {
      return schema.forms().stream()
          .flatMap(
              form -> Optional.ofNullable(form.properties().get(key)).or(form::additional).stream())
          .findFirst()
          .map(Form::of)
          .orElse(ANY);
    }

    @Override
    public Form item() {
      return schema.forms().stream()
          .flatMap(form -> form.items().stream())
          .findFirst()
          .map(Form::of)
          .orElse(ANY);
    }
  }

  record ByShape(Shape shape) implements Form {
    @Override
    public List<Shape.Scalar> scalars() {
      return shape instanceof Shape.Scalar scalar ? List.of(scalar) : List.of();
    }

    @Override
    public Form field(String key) {
      return switch (shape) {
        case Shape.MapOf(Shape element) -> of(element);
        case Shape.ObjectOf object ->
            Optional.ofNullable(object.fields().get(key)).map(Form::of).orElse(ANY);
        case Shape.Scalar ignored -> ANY;
        case Shape.ListOf ignored -> ANY;
        case Shape.RefTo ignored -> ANY;
      };
    }

    @Override
    public Form item() {
      return shape instanceof Shape.ListOf list ? of(list.element()) : ANY;
    }
  }
}
