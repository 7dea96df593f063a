package dev.cairn.core.stack;

import dev.cairn.api.address.Address;
import dev.cairn.api.diagnostic.SourceRange;
import dev.cairn.api.value.Value;
import dev.cairn.core.expression.Term;
import java.util.ArrayList;
import java.util.List;

/// Reads `dependsOn`: addresses of the same file.
record Dependencies(Reading reading) {
  List<Module.Dependency> read(Block block) {
    List<Module.Dependency> dependencies = new ArrayList<>();
    for (Term item : block.items("dependsOn")) {
      block
          .literal(item)
          .filter(Value.Text.class::isInstance)
          .ifPresent(value -> add(((Value.Text) value).text(), item.range(), dependencies));
    }
    return dependencies;
  }

  private void add(String text, SourceRange place, List<Module.Dependency> dependencies) {
    try {
      Address address = Address.parse(text);
      if (address.modules().isEmpty()) {
        dependencies.add(new Module.Dependency(address.name().name(), address.name().key(), place));
      } else {
        refuse("`" + text + "` is inside a module", place, "name the module itself");
      }
    } catch (IllegalArgumentException e) {
      refuse("" + e.getMessage(), place, "write `vpc`, `subnet[\"a\"]` or a module's name");
    }
  }

  private void refuse(String detail, SourceRange place, String way) {
    reading.error("CRN1024", "a dependency cannot be found", detail, place, way);
  }
}
