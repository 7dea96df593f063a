package dev.cairn.core.plan.order;

import dev.cairn.api.address.Address;
import dev.cairn.api.plan.StepKey;
import dev.cairn.api.resource.Scope;
import dev.cairn.api.value.Value;
import dev.cairn.core.expand.ExclusiveKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Facts in words, and the order that follows: a resource with its steps, then what is true of it.
///
/// `a create delete; first; needs x y; settles x; refers x; fixed; holds k; takes k`: `fixed` is
/// one that cannot let go of what it refers to. A key that is held is freed by the resource's
/// deletion or update; `keeps k` is one that is not.
final class Facts {
  private final SortedMap<Address, Part> parts = new TreeMap<>();
  private final List<StepKey> steps = new ArrayList<>();

  Facts resource(String text) {
    List<String> clauses = Arrays.stream(text.split("; ", -1)).toList();
    List<String> head = words(clauses.getFirst());
    Address address = Address.of(head.getFirst());
    List<String> kinds = head.subList(1, head.size());
    List<StepKey> own = kinds.stream().map(kind -> new StepKey(address, kind, 0)).toList();
    List<StepKey> frees = own.stream().filter(step -> !step.kind().equals("create")).toList();
    List<StepKey> takes = own.stream().filter(step -> !step.kind().equals("delete")).toList();
    List<Part.Held> held = new ArrayList<>();
    named(clauses, "holds").forEach(key -> held.add(new Part.Held(key(key), frees)));
    named(clauses, "keeps").forEach(key -> held.add(new Part.Held(key(key), List.of())));
    parts.put(
        address,
        new Part(
            address,
            kinds.contains("create"),
            kinds.contains("delete"),
            asked(clauses),
            addresses(clauses, "needs"),
            addresses(clauses, "settles"),
            addresses(clauses, "refers"),
            addresses(clauses, "refers"),
            new TreeSet<>(),
            clauses.contains("fixed") ? new TreeSet<>() : addresses(clauses, "refers"),
            held,
            named(clauses, "takes").stream().map(key -> new Part.Taken(key(key), takes)).toList()));
    steps.addAll(own);
    return this;
  }

  private static @Nullable Boolean asked(List<String> clauses) {
    return clauses.contains("first") ? Boolean.TRUE : clauses.contains("last") ? false : null;
  }

  private static List<String> words(String text) {
    return List.of(text.split(" ", -1));
  }

  private static List<String> named(List<String> clauses, String name) {
    return clauses.stream()
        .filter(clause -> clause.startsWith(name + " "))
        .flatMap(clause -> words(clause).stream().skip(1))
        .toList();
  }

  private static SortedSet<Address> addresses(List<String> clauses, String name) {
    return named(clauses, name).stream()
        .map(Address::of)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static ExclusiveKey key(String name) {
    return new ExclusiveKey(
        "thing",
        new Scope("world", Value.Fields.EMPTY, null, null),
        0,
        List.of(),
        List.of(Value.text(name)),
        name);
  }

  /// The order: with the releases that it asks for as steps.
  private Order order() {
    Succession succession = Succession.of(parts);
    List<StepKey> all = new ArrayList<>(steps);
    SortedSet<Address> releasing = new TreeSet<>(succession.lettingGo().keySet());
    releasing.addAll(succession.apart().keySet());
    releasing.forEach(address -> all.add(new StepKey(address, StepKinds.RELEASE, 0)));
    return Order.of(parts, succession, all);
  }

  String text() {
    return order().waits().entrySet().stream()
        .map(step ->
            step.getKey()
                + (step.getValue().isEmpty()
                    ? ""
                    : step.getValue().stream()
                        .map(StepKey::toString)
                        .collect(Collectors.joining(", ", " after ", ""))))
        .collect(Collectors.joining("\n"));
  }

  List<String> clashes() {
    return order().clashes().stream()
        .map(clash -> clash.taker() + " takes what " + clash.holder() + " has")
        .toList();
  }
}
