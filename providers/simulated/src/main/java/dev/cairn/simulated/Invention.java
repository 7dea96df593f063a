package dev.cairn.simulated;

import dev.cairn.api.schema.Attribute;
import dev.cairn.api.value.Shape;
import dev.cairn.api.value.Value;
import dev.cairn.simulated.world.ObjectKey;
import java.util.Optional;

/// Values for attributes of which only the name and the shape are known.
final class Invention {
  private static final int ID_DIGITS = 17;
  private static final int NAME_DIGITS = 8;

  private Invention() {}

  static Optional<Value> named(String name, Attribute attribute, ObjectKey key) {
    return switch (attribute.shape()) {
      case Shape.Scalar scalar -> scalar(scalar, name, key);
      case Shape.ListOf ignored -> Optional.of(Value.Items.EMPTY);
      case Shape.MapOf ignored -> Optional.of(Value.Fields.EMPTY);
      case Shape.ObjectOf ignored -> Optional.empty();
      case Shape.RefTo ignored -> Optional.empty();
    };
  }

  private static Optional<Value> scalar(Shape.Scalar shape, String name, ObjectKey key) {
    return switch (shape) {
      case STRING -> Optional.of(Value.text(text(name, key)));
      case BOOL -> Optional.of(new Value.Flag(false));
      case INT -> Optional.of(new Value.Whole(0));
      case NUMBER -> Optional.of(new Value.Decimal(0));
      case ANY -> Optional.empty();
    };
  }

  private static String text(String name, ObjectKey key) {
    String hex = Dice.hex(name, key);
    if (name.endsWith("Arn") || name.endsWith("ARN") || name.equals("arn")) {
      return "arn:aws:simulated:::" + key.place().type().name() + "/" + key.id();
    }
    if (name.endsWith("Id")) {
      return name.substring(0, name.length() - 2) + "-" + hex.substring(0, ID_DIGITS);
    }
    if (name.endsWith("Ip") || name.endsWith("IpAddress") || name.equals("ipAddress")) {
      return (name.startsWith("public") ? "198.18." : "10.0.") + Forms.host(hex);
    }
    return switch (name) {
      case "state", "status" -> "available";
      case "health" -> "healthy";
      default -> name + "-" + hex.substring(0, NAME_DIGITS);
    };
  }
}
