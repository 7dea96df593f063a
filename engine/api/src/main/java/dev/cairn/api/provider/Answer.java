package dev.cairn.api.provider;

import dev.cairn.api.resource.Failure;
import dev.cairn.api.value.Value;
import java.util.Objects;

/// What a lookup answered.
public sealed interface Answer {
  record Given(Value.Fields outputs) implements Answer {
    public Given {
      Objects.requireNonNull(outputs, "outputs");
    }
  }

  record Withheld(Failure failure) implements Answer {
    public Withheld {
      Objects.requireNonNull(failure, "failure");
    }
  }
}
