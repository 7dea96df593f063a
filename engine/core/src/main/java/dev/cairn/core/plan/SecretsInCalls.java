package dev.cairn.core.plan;

import dev.cairn.api.diagnostic.Diagnostic;
import dev.cairn.api.plan.Call;
import dev.cairn.api.plan.Step;
import dev.cairn.api.resource.Desired;
import dev.cairn.api.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Refuses a step whose calls would hold a secret in clear: a type made a key or a part of a text
/// from it, where no mark can be kept.
final class SecretsInCalls {
  /// Shorter texts are found by chance.
  private static final int SHORTEST = 6;

  private SecretsInCalls() {}

  static Optional<Diagnostic> of(Step step) {
    return switch (step) {
      case Step.Create create -> of(create.desired(), create.calls());
      case Step.Update update -> of(update.desired(), update.calls());
      case Step.Delete _,
          Step.Read _,
          Step.Amend _,
          Step.Write _,
          Step.IfChanged _,
          Step.Transaction _ ->
          Optional.empty();
    };
  }

  private static Optional<Diagnostic> of(Desired desired, List<Call> calls) {
    Set<String> secrets = new TreeSet<>();
    secrets(desired.attributes(), secrets);
    // A word that the stack also says in clear, as `postgres` in the name of an image, shows
    // nothing.
    secrets.removeIf(secret -> shows(desired.attributes(), Set.of(secret)));
    return calls.stream()
        .filter(call -> shows(call.arguments(), secrets))
        .findFirst()
        .map(call -> Problems.shownInCall(desired, call.api()));
  }

  private static void secrets(Value value, Set<String> found) {
    switch (value) {
      case Value.Sensitive(Value.Text(String text), var _) when text.length() >= SHORTEST ->
          found.add(text);
      case Value.Items(List<Value> items) -> items.forEach(item -> secrets(item, found));
      case Value.Fields(var fields) -> fields.values().forEach(field -> secrets(field, found));
      case Value _ -> {}
    }
  }

  private static boolean shows(Value value, Set<String> secrets) {
    return switch (value) {
      case Value.Text(String text) -> secrets.stream().anyMatch(text::contains);
      case Value.Items(List<Value> items) -> items.stream().anyMatch(item -> shows(item, secrets));
      case Value.Fields(var fields) ->
          fields.entrySet().stream()
              .anyMatch(field ->
                  shows(Value.text(field.getKey()), secrets) || shows(field.getValue(), secrets));
      case Value _ -> false;
    };
  }
}
