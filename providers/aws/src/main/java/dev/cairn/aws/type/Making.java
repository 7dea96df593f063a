package dev.cairn.aws.type;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// How an object of a type comes to be.
///
/// @param call `ec2:CreateVpc`
/// @param member the member of the answer that describes the object; null where the answer itself
///   does
/// @param tagged the kind that `TagSpecifications` of the call name; null where the type carries no
///   tags, or in another way
public record Making(String call, @Nullable String member, @Nullable String tagged) {
  public Making {
    Objects.requireNonNull(call, "call");
  }
}
