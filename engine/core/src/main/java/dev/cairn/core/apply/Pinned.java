package dev.cairn.core.apply;

import dev.cairn.api.address.TypeName;
import dev.cairn.api.value.Value;

/// The content of a lookup's record: what was asked, and the answer that plans use from then on.
public final class Pinned {
  public static final String TYPE = "type";
  public static final String ARGUMENTS = "arguments";
  public static final String OUTPUTS = "outputs";

  private Pinned() {}

  public static Value.Fields content(TypeName type, Value.Fields arguments, Value.Fields outputs) {
    return Value.Fields.EMPTY
        .with(TYPE, Value.text(type.toString()))
        .with(ARGUMENTS, arguments)
        .with(OUTPUTS, outputs);
  }
}
