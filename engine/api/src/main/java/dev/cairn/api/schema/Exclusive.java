package dev.cairn.api.schema;

import dev.cairn.api.address.Path;
import java.util.List;

/// A key that one object at a time can hold: a CIDR in a VPC, a name on a host. The planner derives
/// order from it: the step that frees a key comes before the step that takes it.
///
/// @param key the attributes that make the key; a list-valued attribute holds each of its elements
/// @param within the attributes that bound it; the resource's scope (account and region, or engine)
///   always does
public record Exclusive(List<Path> key, List<Path> within) {
  public Exclusive {
    key = List.copyOf(key);
    within = List.copyOf(within);
  }
}
