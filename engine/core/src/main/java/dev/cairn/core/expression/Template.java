package dev.cairn.core.expression;

import dev.cairn.api.address.Address;
import dev.cairn.api.diagnostic.Diagnostic;
import dev.cairn.api.diagnostic.DiagnosticException;
import dev.cairn.api.diagnostic.SourceRange;
import dev.cairn.api.value.Shape;
import dev.cairn.api.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Template files: text with `${…}` in it, whose names are the variables given. Templates read no
/// files and no secrets of their own.
final class Template {
  private Template() {}

  /// The text of the template at `path`, with `variables` put in.
  static String render(String path, Value variables) {
    if (!(variables instanceof Value.Fields roots)) {
      throw new DiagnosticException(
          Problems.badArgument("template", "its variables are a map, not " + Shapes.of(variables)));
    }
    String text = Sources.current().file(path);
    List<Diagnostic> problems = new ArrayList<>();
    Term term = Scalars.parse(text, whole(path, text), false, problems::add);
    if (!problems.isEmpty()) {
      throw new DiagnosticException(problems);
    }
    return Terms.evaluate(text(term), Shape.Scalar.STRING, environment(roots))
        .flatMap(Texts::mixed)
        .orElse("");
  }

  /// The place of the file's text, as if it were a block below line 0.
  private static SourceRange whole(String path, String text) {
    int breaks = (int) text.chars().filter(c -> c == '\n').count();
    return breaks == 0
        ? new SourceRange(path, 1, 1, 1, 1 + text.length())
        : new SourceRange(path, 0, 1, breaks + 1, 1);
  }

  /// A template that is one expression is a text all the same.
  private static Term text(Term term) {
    return term instanceof Term.Computed computed
        ? new Term.Mixed(List.of(computed), computed.range())
        : term;
  }

  private static Environment environment(Value.Fields roots) {
    return new Environment() {
      @Override
      public Optional<Value> root(String name) {
        return roots.get(name);
      }

      @Override
      public Optional<Address> resource(String name, @Nullable String key) {
        return Optional.empty();
      }
    };
  }
}
