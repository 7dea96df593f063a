package dev.cairn.core.stack;

import dev.cairn.api.diagnostic.Diagnostic;
import dev.cairn.api.diagnostic.SourceRange;
import dev.cairn.api.value.Shape;
import dev.cairn.core.diagnostic.Nearest;
import dev.cairn.core.yaml.Node;
import dev.cairn.core.yaml.YamlReader;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// The values that are given to a stack's variables: later sources win over earlier ones.
final class Given {
  private static final String PREFIX = "CAIRN_VAR_";
  private final Module module;
  private final Reading reading;
  private final SortedMap<String, Node> values = new TreeMap<>();

  Given(Module module, Reading reading) {
    this.module = module;
    this.reading = reading;
  }

  /// By name: the last value that was given.
  SortedMap<String, Node> values() {
    return values;
  }

  void file(Node.Mapping variables) {
    variables
        .entries()
        .forEach((name, entry) -> {
          if (module.variables().containsKey(name)) {
            values.put(name, entry.value());
          } else {
            reading
                .sink()
                .report(
                    Diagnostic.warning(
                            "CRN1033",
                            "a value is given to no variable",
                            "the stack has no variable `" + name + "`")
                        .at(entry.key())
                        .suggest(Nearest.suggestion(name, module.variables().keySet())));
          }
        });
  }

  void environment(Map<String, String> environment) {
    for (String name : module.variables().keySet()) {
      String text = environment.get(PREFIX + name);
      if (text != null) {
        text(name, text, PREFIX + name);
      }
    }
  }

  void options(SortedMap<String, String> options) {
    options.forEach((name, text) -> {
      if (module.variables().containsKey(name)) {
        text(name, text, "--var " + name);
      } else {
        reading
            .sink()
            .report(
                Diagnostic.error(
                        "CRN1033",
                        "a value is given to no variable",
                        "`--var " + name + "`: the stack has no such variable")
                    .suggest(Nearest.suggestion(name, module.variables().keySet())));
      }
    });
  }

  /// Text that is read as YAML; for a string it is taken as it is.
  private void text(String name, String text, String source) {
    SourceRange whole = new SourceRange(source, 1, 1, 1, 1 + text.length());
    Module.Variable variable = module.variables().get(name);
    boolean string = variable != null && variable.shape() == Shape.Scalar.STRING;
    Optional<Node> node =
        string
            ? Optional.of(new Node.Scalar(text, Node.Style.BLOCK, whole))
            : YamlReader.read(source, text, Confidential.sink(name, variable, reading.sink()));
    node.ifPresentOrElse(found -> values.put(name, found), () -> values.remove(name));
  }
}
