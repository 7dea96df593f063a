package dev.cairn.core.run;

import dev.cairn.api.address.TypeName;
import dev.cairn.api.plan.Call;
import dev.cairn.api.plan.Step;
import dev.cairn.api.plan.StepKey;
import dev.cairn.api.plan.Supply;
import dev.cairn.api.provider.ReadRequest;
import dev.cairn.api.resource.Desired;
import dev.cairn.api.resource.Reading;
import dev.cairn.api.resource.Scope;
import dev.cairn.api.value.Value;
import dev.cairn.core.provider.Sessions;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Decides which of the supplies that creations declare are brought: what is there is not, and what
/// another step brings is not brought again. One read for each type and scope; where nobody can be
/// asked yet, or nobody answers, the call stays and looks for itself.
final class Supplies {
  private final Sessions sessions;
  private final Map<StepKey, Step> byKey = new HashMap<>();
  private final Map<Wanted, Reading> readings = new HashMap<>();

  Supplies(Sessions sessions) {
    this.sessions = sessions;
  }

  private record Shelf(Scope scope, TypeName type) {}

  /// @param arguments of the call that brings it, which may say more of what is wanted than a name
  private record Wanted(Shelf shelf, String name, Value.Fields arguments) {
    ReadRequest request() {
      return new ReadRequest(name, new TreeSet<>(), arguments);
    }
  }

  List<Step> decided(List<Step> steps) {
    steps.forEach(step -> byKey.put(step.key(), step));
    Map<Shelf, Set<Wanted>> shelves = new LinkedHashMap<>();
    creations(steps)
        .flatMap(create -> create.calls().stream().flatMap(call -> wanted(create, call).stream()))
        .forEach(wanted ->
            shelves.computeIfAbsent(wanted.shelf(), _ -> new LinkedHashSet<>()).add(wanted));
    shelves.forEach((shelf, all) -> read(shelf, List.copyOf(all)));
    return steps.stream().map(this::decided).toList();
  }

  private static Stream<Step.Create> creations(List<Step> steps) {
    return steps.stream()
        .flatMap(step ->
            step instanceof Step.Create create ? Stream.of(create) : creations(step.inner()));
  }

  private void read(Shelf shelf, List<Wanted> all) {
    List<ReadRequest> requests = all.stream().map(Wanted::request).toList();
    List<Reading> answers = sessions.in(shelf.scope()).readMany(shelf.type(), requests);
    for (int i = 0; i < all.size(); i++) {
      readings.put(all.get(i), answers.get(i));
    }
  }

  /// What can be asked for now.
  private static Optional<Wanted> wanted(Step.Create create, Call call) {
    Supply supply = call.supply();
    Scope scope = create.desired().scope();
    return supply != null
            && supply.name().revealed() instanceof Value.Text(String name)
            && call.arguments().known()
            && scope.settings().known()
        ? Optional.of(new Wanted(new Shelf(scope, supply.type()), name, call.arguments()))
        : Optional.empty();
  }

  private Step decided(Step step) {
    return switch (step) {
      case Step.Create create -> decided(create);
      case Step.IfChanged branch ->
          new Step.IfChanged(
              branch.key(),
              branch.waitsFor(),
              branch.trigger(),
              branch.steps().stream().map(this::decided).toList());
      case Step.Transaction whole ->
          new Step.Transaction(
              whole.key(),
              whole.waitsFor(),
              whole.forward().stream().map(this::decided).toList(),
              whole.noReturnAfter(),
              whole.reverse().stream().map(this::decided).toList());
      case Step.Update _, Step.Delete _, Step.Read _, Step.Amend _, Step.Write _ -> step;
    };
  }

  private Step.Create decided(Step.Create create) {
    List<Call> calls =
        create.calls().stream().flatMap(call -> decided(create, call).stream()).toList();
    return new Step.Create(
        create.key(), create.waitsFor(), create.desired(), create.before(), calls);
  }

  private Optional<Call> decided(Step.Create create, Call call) {
    Supply supply = call.supply();
    if (supply == null) {
      return Optional.of(call);
    }
    if (create.waitsFor().stream().anyMatch(key -> brings(byKey.get(key), create, supply))) {
      return Optional.empty();
    }
    Reading reading = wanted(create, call).map(readings::get).orElse(null);
    return switch (reading) {
      case null -> Optional.of(call);
      case Reading.Present _ -> Optional.empty();
      case Reading.Unreadable _ -> Optional.of(call);
      case Reading.Absent _ ->
          Optional.of(call.bringing(new Supply(supply.verb(), supply.type(), supply.name(), true)));
    };
  }

  /// Whether a resource of the stack is just that.
  private static boolean brings(@Nullable Step awaited, Step.Create create, Supply supply) {
    if (!(awaited instanceof Step.Create other)) {
      return false;
    }
    Desired brought = other.desired();
    return brought.type().equals(supply.type())
        && brought.scope().equals(create.desired().scope())
        && brought.attributes().get("name").filter(supply.name()::equals).isPresent();
  }
}
