package dev.cairn.api.plan;

import dev.cairn.api.address.TypeName;
import dev.cairn.api.value.Value;
import java.util.Objects;

/// What a call brings that is nobody's and that many may use: the image of a container. It may be
/// there already, and then nothing is brought.
///
/// @param verb what the call does to bring it, as a person would say it: `pull`
/// @param type of what it brings: a read of this type, by its name, tells whether it is there
/// @param name unknown where only another step tells it
/// @param missing whether the plan saw that it is not there; else it is looked for when the call is
///   sent
public record Supply(String verb, TypeName type, Value name, boolean missing) {
  public Supply {
    Objects.requireNonNull(verb, "verb");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(name, "name");
  }
}
