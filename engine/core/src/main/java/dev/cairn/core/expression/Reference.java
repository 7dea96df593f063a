package dev.cairn.core.expression;

import dev.cairn.api.address.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/// A static path that an expression reads: `vpc.id`, `subnet["a"].id`, `each.key`, `vars.region`.
/// Where an index is computed, the path ends before it.
///
/// @param root the first name
/// @param keys field names and literal keys behind it
public record Reference(String root, List<String> keys) implements Comparable<Reference> {
  /// Words that are no names in CEL (language definition, section "Syntax").
  public static final Set<String> RESERVED =
      Set.of(
          "true",
          "false",
          "null",
          "in",
          "as",
          "break",
          "const",
          "continue",
          "else",
          "for",
          "function",
          "if",
          "import",
          "let",
          "loop",
          "package",
          "namespace",
          "return",
          "var",
          "void",
          "while");

  public Reference {
    Objects.requireNonNull(root, "root");
    keys = List.copyOf(keys);
  }

  @Override
  public int compareTo(Reference other) {
    int byRoot = root.compareTo(other.root);
    return byRoot != 0 ? byRoot : new Path(keys).compareTo(new Path(other.keys));
  }

  @Override
  public String toString() {
    String path = new Path(keys).toString();
    return root + (path.isEmpty() || path.startsWith("[") ? path : "." + path);
  }
}
