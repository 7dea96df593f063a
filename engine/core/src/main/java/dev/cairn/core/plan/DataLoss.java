package dev.cairn.core.plan;

import dev.cairn.api.address.Address;
import dev.cairn.api.address.TypeName;
import dev.cairn.api.plan.Difference;
import dev.cairn.api.plan.Step;
import dev.cairn.api.resource.RemoteObject;
import dev.cairn.api.schema.Attribute;
import dev.cairn.api.schema.Impact;
import dev.cairn.core.schema.Catalog;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/// Whose data the steps of a plan lose. It is read from the steps, which the digest covers, so that
/// what is shown, what is asked for and what is done are the same.
final class DataLoss {
  private final Catalog catalog;

  DataLoss(Catalog catalog) {
    this.catalog = catalog;
  }

  SortedSet<Address> of(List<Step> steps) {
    SortedSet<Address> losing = new TreeSet<>();
    for (Step step : steps) {
      if (loses(step)) {
        losing.add(step.key().address());
      }
      losing.addAll(of(inner(step)));
    }
    return losing;
  }

  /// Whether the data of an object of this type goes when the object does.
  static boolean holds(Catalog catalog, TypeName type, RemoteObject object) {
    return catalog.schema(type).orElseThrow().holdsData()
        && catalog.type(type).orElseThrow().holdsData(object.attributes());
  }

  private boolean loses(Step step) {
    return switch (step) {
      case Step.Delete delete ->
          !delete.calls().isEmpty() && holds(catalog, delete.before().type(), delete.target());
      case Step.Update update ->
          update.differences().stream().anyMatch(one -> loses(update.desired().type(), one));
      case Step.Create _, Step.Read _, Step.Amend _, Step.Write _ -> false;
      case Step.IfChanged _, Step.Transaction _ -> false;
    };
  }

  private boolean loses(TypeName type, Difference difference) {
    Optional<Attribute> attribute = catalog.schema(type).orElseThrow().at(difference.path());
    return attribute.filter(one -> one.impact() == Impact.DATA_LOSS).isPresent();
  }

  private static List<Step> inner(Step step) {
    return switch (step) {
      case Step.IfChanged branch -> branch.steps();
      case Step.Transaction transaction -> transaction.forward();
      case Step.Create _, Step.Update _, Step.Delete _ -> List.of();
      case Step.Read _, Step.Amend _, Step.Write _ -> List.of();
    };
  }
}
