package dev.cairn.aws.type;

import dev.cairn.api.value.Value;
import java.util.Optional;

/// The IPv6 block that a VPC or a subnet has: associated some time after it was asked for.
final class Ipv6Block {
  private static final String SET = "Ipv6CidrBlockAssociationSet";
  private static final String STATE = "Ipv6CidrBlockState";

  private Ipv6Block() {}

  /// The block that is associated, or about to be.
  static Optional<Value> of(Value.Fields description) {
    return description.items(SET).stream()
        .map(item -> item instanceof Value.Fields fields ? fields : Value.Fields.EMPTY)
        .filter(item -> state(item).startsWith("associat"))
        .flatMap(item -> item.get("Ipv6CidrBlock").stream())
        .findFirst();
  }

  /// The state of a block that is on its way; the block is seen as missing until it is there.
  static Optional<String> pending(Value.Fields description) {
    return description.items(SET).stream()
        .map(item -> item instanceof Value.Fields fields ? state(fields) : "")
        .filter(state -> state.equals("associating"))
        .findFirst();
  }

  private static String state(Value.Fields association) {
    return association.fields(STATE).text("State").orElse("associated");
  }
}
