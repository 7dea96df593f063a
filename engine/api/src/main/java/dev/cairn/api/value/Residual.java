package dev.cairn.api.value;

import dev.cairn.api.address.AttributeRef;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;

/// What is left of an expression that cannot be evaluated yet. It is self-contained: apply
/// evaluates it from the values of finished steps and never reads the YAML again.
public sealed interface Residual {
  /// The attribute of a resource that a step of the same plan sets.
  record Attribute(AttributeRef ref) implements Residual {
    public Attribute {
      Objects.requireNonNull(ref, "ref");
    }
  }

  /// A CEL expression over `bindings`, which hold every root that it names; unknown values among
  /// them are residuals in turn. White space is normalised, so that equal expressions are equal
  /// texts.
  record Expression(String cel, Value.Fields bindings) implements Residual {
    public Expression {
      Objects.requireNonNull(cel, "cel");
      Objects.requireNonNull(bindings, "bindings");
    }
  }

  /// Text with values in it, joined as strings.
  record Joined(List<Value> parts) implements Residual {
    public Joined {
      parts = List.copyOf(parts);
    }
  }

  /// A secret by where it is found: `env:NAME`, `file:PATH` or `var:NAME`. Never its value.
  record Secret(String source) implements Residual {
    public Secret {
      Objects.requireNonNull(source, "source");
    }
  }

  /// Every attribute that must be known before this can be evaluated, those of nested residuals
  /// included.
  default SortedSet<AttributeRef> reads() {
    SortedSet<AttributeRef> reads = new TreeSet<>();
    switch (this) {
      case Attribute attribute -> reads.add(attribute.ref());
      case Expression expression -> reads.addAll(expression.bindings().reads());
      case Joined joined -> joined.parts().forEach(part -> reads.addAll(part.reads()));
      case Secret ignored -> {}
    }
    return reads;
  }
}
