package dev.cairn.core.stack;

import dev.cairn.api.diagnostic.SourceRange;
import dev.cairn.api.value.Value;
import dev.cairn.core.expression.Expression;
import dev.cairn.core.expression.Term;
import java.util.ArrayList;
import java.util.List;

/// Reads `lifecycle`.
record LifecycleReader(Reading reading) {
  Module.Rules read(Block block) {
    return new Module.Rules(
        block.flag("protect"),
        block.flag("retainOnDelete"),
        block.literal("createBeforeDelete").orElse(null) instanceof Value.Flag(boolean on)
            ? on
            : null,
        block.text("update").orElse(null),
        replaceOn(block));
  }

  private List<Expression> replaceOn(Block block) {
    List<Expression> expressions = new ArrayList<>();
    for (Term item : block.items("replaceOn")) {
      if (item instanceof Term.Computed(Expression expression, SourceRange ignored)) {
        expressions.add(expression);
      } else if (!(item instanceof Term.Mixed mixed && mixed.parts().isEmpty())) {
        reading.error(
            "CRN1036",
            "an expression is expected",
            "`replaceOn` is a list of expressions whose changed value replaces the resource",
            item.range(),
            "write \"${…}\"");
      }
    }
    return expressions;
  }
}
