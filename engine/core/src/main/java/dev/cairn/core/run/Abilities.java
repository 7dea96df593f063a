package dev.cairn.core.run;

import dev.cairn.api.diagnostic.Diagnostic;
import dev.cairn.api.plan.Step;
import dev.cairn.api.provider.Answer;
import dev.cairn.api.provider.ResourceType.Need;
import dev.cairn.api.resource.Desired;
import dev.cairn.api.resource.Scope;
import dev.cairn.api.value.Value;
import dev.cairn.core.provider.Sessions;
import dev.cairn.core.schema.Catalog;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Whether the services that a plan sends to know the attributes that it sets. Asks only those of
/// which something is needed that not every version has.
final class Abilities {
  private final Catalog catalog;
  private final Sessions sessions;
  private final Map<Scope, Answer> identities = new HashMap<>();

  Abilities(Catalog catalog, Sessions sessions) {
    this.catalog = catalog;
    this.sessions = sessions;
  }

  List<Diagnostic> lacking(List<Step> steps) {
    List<Diagnostic> lacking = new ArrayList<>();
    for (Step step : steps) {
      switch (step) {
        case Step.Create create -> lacking.addAll(lacking(create.desired()));
        case Step.Update update -> lacking.addAll(lacking(update.desired()));
        case Step.IfChanged branch -> lacking.addAll(lacking(branch.steps()));
        case Step.Transaction transaction -> lacking.addAll(lacking(transaction.forward()));
        case Step.Read _, Step.Delete _, Step.Amend _, Step.Write _ -> {}
      }
    }
    return lacking;
  }

  private List<Diagnostic> lacking(Desired desired) {
    List<Need> needs =
        catalog
            .type(desired.type())
            .map(type -> type.needs(desired.attributes()))
            .orElse(List.of());
    if (needs.isEmpty() || !desired.scope().settings().known()) {
      return List.of();
    }
    Answer identity =
        identities.computeIfAbsent(desired.scope(), scope -> sessions.in(scope).identity());
    return identity instanceof Answer.Given(Value.Fields outputs)
        ? needs.stream()
            .flatMap(need ->
                outputs
                    .text(need.output())
                    .filter(version -> older(version, need.least()))
                    .map(version -> Problems.tooOld(desired, need, version))
                    .stream())
            .toList()
        : List.of();
  }

  /// Versions that are not numbers with dots between are not compared.
  private static boolean older(String version, String least) {
    return version.matches("\\d{1,9}(\\.\\d{1,9})*")
        && Arrays.compare(numbers(version), numbers(least)) < 0;
  }

  private static int[] numbers(String version) {
    return Arrays.stream(version.split("\\.", -1)).mapToInt(Integer::parseInt).toArray();
  }
}
