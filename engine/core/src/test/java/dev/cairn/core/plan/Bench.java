package dev.cairn.core.plan;

import dev.cairn.api.address.Address;
import dev.cairn.api.address.OperationId;
import dev.cairn.api.address.Uid;
import dev.cairn.api.plan.Call;
import dev.cairn.api.plan.Change;
import dev.cairn.api.plan.Step;
import dev.cairn.api.plan.StepKey;
import dev.cairn.api.resource.Desired;
import dev.cairn.api.resource.Failure;
import dev.cairn.api.resource.Observed;
import dev.cairn.api.resource.Reading;
import dev.cairn.api.resource.Recorded;
import dev.cairn.api.resource.RemoteObject;
import dev.cairn.api.schema.TypeSchema;
import dev.cairn.api.value.Value;
import dev.cairn.codec.Digests;
import dev.cairn.codec.Json;
import dev.cairn.codec.Seal;
import dev.cairn.codec.Values;
import dev.cairn.core.expression.Inputs;
import dev.cairn.core.expression.Residuals;
import dev.cairn.core.expression.Secrets;
import dev.cairn.core.schema.Catalog;
import dev.cairn.core.schema.Types;
import dev.cairn.core.stack.LoadRequest;
import dev.cairn.core.stack.StackLoader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// A workbench for planner tests: a stack as YAML, records and observations in memory, the plan as
/// text. [#settle] carries a plan out as a faultless world would.
final class Bench {
  private static final Catalog CATALOG = new Types(List.of(new CallingProvider()));
  final SortedMap<Address, Recorded> records = new TreeMap<>();
  final SortedMap<Address, Reading> world = new TreeMap<>();
  private final SortedSet<Address> allowed = new TreeSet<>();
  PlanInput.Accounts accounts = PlanInput.Accounts.ONE;
  private final Path root;
  private String stack = "stack: test\n";
  private boolean desired = true;

  Bench(Path root) {
    this.root = root;
  }

  Bench stack(String yaml) {
    stack = "stack: test\n" + yaml;
    return this;
  }

  Bench destroying() {
    desired = false;
    return this;
  }

  Bench allowing(String address) {
    allowed.add(Address.parse(address));
    return this;
  }

  Proposal plan(String... replace) {
    try {
      Path file = root.resolve("stack.yaml");
      Files.writeString(file, stack);
      SortedMap<Address, List<Observed>> observed = new TreeMap<>();
      records.forEach((address, record) ->
          observed.put(
              address, record.objects().stream().map(object -> look(address, object)).toList()));
      return new Planner(CATALOG)
          .plan(
              new PlanInput(
                  StackLoader.load(LoadRequest.of(root, file), CATALOG).orThrow(),
                  desired,
                  records,
                  observed,
                  new TreeMap<>(),
                  (lookup, arguments) -> Optional.empty(),
                  Inputs.NONE,
                  Value.Fields.EMPTY,
                  allowed,
                  List.of(replace).stream()
                      .map(Address::parse)
                      .collect(Collectors.toCollection(TreeSet::new)),
                  accounts,
                  Seal.MARK));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private Observed look(Address address, RemoteObject object) {
    Reading reading =
        object.role() == RemoteObject.Role.CURRENT
            ? world.getOrDefault(address, new Reading.Absent(1))
            : new Reading.Present(object.id(), object.attributes(), null);
    return new Observed(
        address, object, object.scope(), reading, Digests.ofText(String.valueOf(reading)));
  }

  /// Changes what there is behind Cairn's back.
  void drift(String address, String attribute, Value value) {
    Address at = Address.parse(address);
    if (world.get(at)
        instanceof Reading.Present(String id, Value.Fields attributes, var ownership)) {
      world.put(at, new Reading.Present(id, attributes.with(attribute, value), ownership));
    }
  }

  void vanish(String address) {
    world.put(Address.parse(address), new Reading.Absent(3));
  }

  void hide(String address) {
    world.put(
        Address.parse(address),
        new Reading.Unreadable(
            new Failure(
                Failure.Kind.UNAVAILABLE, "sample:Read", "timeout", null, null, "no answer")));
  }

  /// Plans and carries everything out.
  Proposal settle() {
    Proposal proposal = plan();
    if (!proposal.diagnostics().isEmpty()) {
      throw new IllegalStateException(proposal.diagnostics().toString());
    }
    Map<Address, Value.Fields> finished = new HashMap<>();
    proposal.steps().forEach(step -> carryOut(step, finished));
    return proposal;
  }

  private void carryOut(Step step, Map<Address, Value.Fields> finished) {
    Address address = step.key().address();
    switch (step) {
      case Step.Create create ->
          made(address, create.desired(), create.desired().attributes().without("rules"), finished);
      case Step.Update update -> {
        Value.Fields there =
            world.get(address) instanceof Reading.Present present
                ? present.attributes()
                : Value.Fields.EMPTY;
        made(address, update.desired(), there.with(update.desired().attributes()), finished);
      }
      case Step.Delete delete -> {
        Recorded record = records.get(address);
        if (record != null
            && record.current().map(RemoteObject::id).equals(Optional.of(delete.target().id()))) {
          records.remove(address);
          world.remove(address);
        }
      }
      case Step.Amend amend -> {
        if (amend.after() == null) {
          records.remove(address);
        } else {
          records.put(address, amend.after());
        }
      }
      case Step.Write _, Step.Read _, Step.IfChanged _, Step.Transaction _ -> {}
    }
  }

  private void made(
      Address address,
      Desired desired,
      Value.Fields unresolved,
      Map<Address, Value.Fields> finished) {
    Value.Fields attributes =
        (Value.Fields)
            Residuals.resolve(
                unresolved,
                ref ->
                    Optional.ofNullable(finished.get(ref.address()))
                        .flatMap(known -> known.at(ref.path())),
                Secrets.NONE);
    String id = "id-" + address.tag() + (records.containsKey(address) ? "-2" : "");
    attributes = attributes.with("id", Value.text(id));
    TypeSchema schema = CATALOG.schema(desired.type()).orElseThrow();
    if (schema.attributes().containsKey("zone") && !attributes.has("zone")) {
      attributes = attributes.with("zone", Value.text("z1"));
    }
    finished.put(address, attributes);
    world.put(address, new Reading.Present(id, attributes, null));
    records.put(
        address,
        new Recorded(
            address,
            new Uid("01" + address.tag()),
            desired.type(),
            schema.version(),
            List.of(
                new RemoteObject(
                    RemoteObject.Role.CURRENT,
                    id,
                    desired.scope(),
                    new OperationId("RUN", 0),
                    attributes,
                    desired.set(),
                    true)),
            desired.dependsOn(),
            desired.lifecycle(),
            null,
            "00000000000000000000000000",
            null));
  }

  /// One line for each change and each step.
  static String text(Proposal proposal) {
    List<String> lines = new ArrayList<>();
    proposal.changes().forEach(change -> lines.add(line(change)));
    proposal.steps().forEach(step -> lines.add(line(step)));
    proposal.diagnostics().forEach(found -> lines.add(found.code() + " " + found.detail()));
    return String.join("\n", lines);
  }

  private static String line(Change change) {
    String differences =
        change.differences().stream()
            .map(one -> one.path() + ": " + show(one.before()) + " → " + show(one.after()))
            .collect(Collectors.joining(", "));
    String reasons =
        change.reasons().stream()
            .map(reason -> reason.getClass().getSimpleName())
            .collect(Collectors.joining(","));
    return change.action()
        + " "
        + change.address()
        + " {"
        + differences
        + "} "
        + reasons
        + " "
        + change.impact();
  }

  private static String line(Step step) {
    String waits =
        step.waitsFor().isEmpty()
            ? ""
            : " after "
                + step.waitsFor().stream().map(StepKey::toString).collect(Collectors.joining(", "));
    String calls = step.calls().stream().map(Bench::show).collect(Collectors.joining(" "));
    return "- " + step.key() + waits + (calls.isEmpty() ? "" : ": " + calls);
  }

  private static String show(Call call) {
    return call.api().substring(call.api().indexOf(':') + 1) + show(call.arguments());
  }

  private static String show(@org.jspecify.annotations.Nullable Value value) {
    return switch (value) {
      case null -> "-";
      case Value.Unknown unknown -> "?" + unknown.reads();
      case Value.Sensitive _ -> "***";
      case Value.Text(String text) -> text;
      case Value.Fields(var fields) ->
          fields.entrySet().stream()
              .map(entry -> entry.getKey() + "=" + show(entry.getValue()))
              .collect(Collectors.joining(" ", "(", ")"));
      case Value.Items(var items) ->
          items.stream().map(Bench::show).collect(Collectors.joining(" ", "[", "]"));
      case Value.Whole _, Value.Decimal _, Value.Flag _, Value.Ref _ ->
          Json.canonical(Values.encode(value));
    };
  }
}
