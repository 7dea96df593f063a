package dev.cairn.core.stack;

import dev.cairn.core.expression.Expression;
import java.nio.file.Path;
import java.util.SortedSet;
import java.util.TreeSet;
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
    ModuleTerms.each(
        module, term -> Expressions.in(term).forEach(each -> add(module.file(), each)));
    module.modules().values().forEach(call -> module(call.body()));
  }

  private void add(String module, Expression expression) {
    Matcher call = CALL.matcher(expression.source());
    while (call.find()) {
      String name = call.group(1).substring(1, call.group(1).length() - 1);
      found.add(Path.of(module).resolveSibling(name).normalize().toString().replace('\\', '/'));
    }
  }
}
