package dev.cairn.core.stack;

import dev.cairn.api.diagnostic.Diagnostic;
import dev.cairn.api.value.Residual;
import dev.cairn.api.value.Value;
import dev.cairn.core.document.Form;
import dev.cairn.core.document.Typing;
import dev.cairn.core.yaml.Node;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// The values of a stack's variables: what is given, else the default.
record VariableValues(Module module, Reading reading) {
  Value.Fields of(SortedMap<String, Node> given) {
    SortedMap<String, Value> values = new TreeMap<>();
    for (Map.Entry<String, Module.Variable> entry : module.variables().entrySet()) {
      value(entry.getKey(), entry.getValue(), Optional.ofNullable(given.get(entry.getKey())))
          .ifPresent(value -> values.put(entry.getKey(), value));
    }
    return new Value.Fields(values);
  }

  private Optional<Value> value(String name, Module.Variable variable, Optional<Node> given) {
    Optional<Value> value =
        given.isPresent()
            ? fitting(name, variable, given.get())
            : Optional.ofNullable(variable.fallback());
    if (value.isEmpty() && given.isEmpty()) {
      reading
          .sink()
          .report(
              Diagnostic.error(
                      "CRN1032", "a variable has no value", "`" + name + "` has no default")
                  .at(variable.range())
                  .suggest("--var " + name + "=…", "set CAIRN_VAR_" + name));
    }
    return variable.sensitive()
        ? value.map(plain -> new Value.Sensitive(plain, new Residual.Secret("var:" + name)))
        : value;
  }

  private Optional<Value> fitting(String name, Module.Variable variable, Node node) {
    Reading quiet =
        new Reading(
            reading.catalog(),
            reading.schemas(),
            reading.validator(),
            new Typing(Confidential.sink(name, variable, reading.sink())),
            Confidential.sink(name, variable, reading.sink()));
    return new Fit(quiet, name, variable.shape())
        .value(quiet.typing().term(node, Form.of(variable.shape())));
  }
}
