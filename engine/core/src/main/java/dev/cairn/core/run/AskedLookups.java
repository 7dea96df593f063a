package dev.cairn.core.run;

import dev.cairn.api.address.Address;
import dev.cairn.api.diagnostic.Diagnostic;
import dev.cairn.api.provider.Answer;
import dev.cairn.api.value.Value;
import dev.cairn.core.apply.Pinned;
import dev.cairn.core.diagnostic.Silence;
import dev.cairn.core.expand.Decider;
import dev.cairn.core.expand.Expanded.Asked;
import dev.cairn.core.expand.Expander;
import dev.cairn.core.provider.Sessions;
import dev.cairn.core.stack.Module;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/// The answers of lookups: the recorded one where there is one for the same arguments, else the
/// live one, asked once.
final class AskedLookups implements Expander.Answers {
  private final RunRequest request;
  private final SortedMap<Address, Value.Fields> pinned;
  private final Map<Address, Given> given = new HashMap<>();
  private final Map<Silence, List<Address>> unanswered = new LinkedHashMap<>();

  AskedLookups(RunRequest request, StackState state) {
    this.request = request;
    this.pinned = state.lookups();
  }

  private record Given(Value.Fields arguments, Value.Fields outputs) {}

  @Override
  public Optional<Value.Fields> to(Address lookup, Value.Fields arguments) {
    Given live = given.get(lookup);
    if (live != null && live.arguments().equals(arguments)) {
      return Optional.of(live.outputs());
    }
    return Optional.ofNullable(pins().get(lookup))
        .filter(pin -> pin.fields(Pinned.ARGUMENTS).equals(arguments))
        .map(pin -> pin.fields(Pinned.OUTPUTS));
  }

  /// The recorded answers, without those that are to be asked anew.
  Map<Address, Value.Fields> pins() {
    Map<Address, Value.Fields> pins = new HashMap<>(pinned);
    pins.keySet().removeAll(request.updateLookups());
    return pins;
  }

  /// Asks for what is not recorded, until no answer leads to another question: one problem for each
  /// cause that keeps some from being answered.
  List<Diagnostic> ask(Services services, Sessions sessions) {
    while (unanswered.isEmpty()) {
      List<Asked> open = open(services);
      if (open.isEmpty()) {
        break;
      }
      open.forEach(asked -> ask(asked, sessions));
    }
    return unanswered.entrySet().stream()
        .map(one -> Problems.unanswered(one.getKey(), one.getValue()))
        .toList();
  }

  private List<Asked> open(Services services) {
    if (!looksUp(request.stack().root())) {
      return List.of();
    }
    return Expander.expand(
            request.stack(),
            services.catalog(),
            services.inputs(),
            this,
            Decider.ofNothing(type -> services.catalog().schema(type).orElseThrow()),
            true)
        .lookups()
        .values()
        .stream()
        .filter(Asked::askable)
        .filter(asked -> to(asked.address(), asked.arguments()).isEmpty())
        .toList();
  }

  private static boolean looksUp(Module module) {
    return !module.lookups().isEmpty()
        || module.modules().values().stream().anyMatch(call -> looksUp(call.body()));
  }

  /// A place of which nothing can be read is not asked again.
  private void ask(Asked asked, Sessions sessions) {
    Optional<Silence> silent =
        unanswered.keySet().stream()
            .filter(cause -> cause.whole() && cause.scope().place().equals(asked.scope().place()))
            .findFirst();
    if (silent.isPresent()) {
      withheld(asked, silent.get());
      return;
    }
    switch (sessions.in(asked.scope()).lookup(asked.type(), asked.arguments())) {
      case Answer.Given answer ->
          given.put(asked.address(), new Given(asked.arguments(), answer.outputs()));
      case Answer.Withheld withheld ->
          withheld(asked, Silence.of(asked.scope(), withheld.failure()));
    }
  }

  private void withheld(Asked asked, Silence cause) {
    Silence same = unanswered.keySet().stream().filter(cause::like).findFirst().orElse(cause);
    unanswered.computeIfAbsent(same, _ -> new ArrayList<>()).add(asked.address());
  }
}
