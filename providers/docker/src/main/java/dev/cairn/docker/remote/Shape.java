package dev.cairn.docker.remote;

import dev.cairn.api.value.Value;
import java.util.Optional;

/// What a good answer to a request looks like. Anything else was not said by an engine: a proxy or
/// a login page answers with a status of 200 too.
enum Shape {
  /// A JSON object that says something.
  OBJECT,
  /// A JSON object whose members may all be null: a list of volumes where there are none.
  MEMBERS,
  /// A JSON list.
  LIST,
  /// Lines of JSON objects, of which one is kept.
  PROGRESS,
  /// Nothing, or any JSON.
  ACKNOWLEDGEMENT,
  /// Bytes.
  BYTES;

  boolean fits(Content content) {
    Optional<Value> value = content.json();
    return switch (this) {
      case OBJECT, PROGRESS ->
          value
              .filter(said -> said instanceof Value.Fields fields && !fields.fields().isEmpty())
              .isPresent();
      case MEMBERS -> value.filter(Value.Fields.class::isInstance).isPresent();
      case LIST -> value.filter(Value.Items.class::isInstance).isPresent();
      case ACKNOWLEDGEMENT -> content.bytes().length == 0 || value.isPresent();
      case BYTES -> true;
    };
  }
}
