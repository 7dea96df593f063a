package dev.cairn.core.stack;

import dev.cairn.core.expression.Expression;
import dev.cairn.core.expression.Term;
import java.nio.file.Path;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The files that expressions read by `file()` and `template()`, where their names are written out;
/// relative to the repository's root, as modules are.
final class InputFiles {
  private static final Pattern CALL =
      Pattern.compile("\\b(?:file|template)\\s*\\(\\s*(\"[^\"\\\\]+\"|'[^'\\\\]+')");

  private final SortedSet<String> found = new TreeSet<>();

  private InputFiles() {}

  static SortedSet<String> of(Module module) {
    InputFiles files = new InputFiles();
    files.module(module);
    return files.found;
  }

  private void module(Module module) {
    ModuleTerms.each(module, term -> expressions(term, each -> add(module.file(), each)));
    module.modules().values().forEach(call -> module(call.body()));
  }

  private void add(String module, Expression expression) {
    Matcher call = CALL.matcher(expression.source());
    while (call.find()) {
      String name = call.group(1).substring(1, call.group(1).length() - 1);
      found.add(Path.of(module).resolveSibling(name).normalize().toString().replace('\\', '/'));
    }
  }

  private static void expressions(Term term, Consumer<Expression> consumer) {
    switch (term) {
      case Term.Literal ignored -> {}
      case Term.Computed computed -> consumer.accept(computed.expression());
      case Term.Mixed mixed -> mixed.parts().forEach(part -> expressions(part, consumer));
      case Term.Sequence sequence -> sequence.items().forEach(item -> expressions(item, consumer));
      case Term.Mapping mapping ->
          mapping.fields().values().forEach(field -> expressions(field, consumer));
    }
  }
}
