package dev.cairn.aws.type;

import dev.cairn.api.plan.Call;
import dev.cairn.api.provider.Target;
import dev.cairn.api.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// The subnets that a route table is associated with: `associations` as the stack sets them,
/// `associationIds` by subnet as EC2 numbers them. An association is identified by table and
/// subnet.
final class SubnetAssociations {
  static final String DISASSOCIATE = "ec2:DisassociateRouteTable";
  private static final String ASSOCIATE = "ec2:AssociateRouteTable";
  private static final String SUBNETS = "associations";
  private static final String IDS = "associationIds";
  private static final String SUBNET = "SubnetId";
  private static final String ID = "AssociationId";

  private SubnetAssociations() {}

  static Value.Fields observed(Value.Fields description) {
    SortedMap<String, Value> ids = new TreeMap<>();
    for (Value item : description.items("Associations")) {
      if (item instanceof Value.Fields association && association.has(SUBNET)) {
        association
            .text("RouteTableAssociationId")
            .ifPresent(id -> ids.put(association.text(SUBNET).orElseThrow(), Value.text(id)));
      }
    }
    return Value.Fields.of(
        Map.of(
            SUBNETS,
            new Value.Items(ids.keySet().stream().<Value>map(Value::text).toList()),
            IDS,
            new Value.Fields(ids)));
  }

  /// The calls from one set of subnets to the other; what comes first.
  static List<Call> change(Value.Fields from, Value.Fields to) {
    List<Value> had = from.items(SUBNETS);
    List<Value> wanted = to.items(SUBNETS);
    List<Call> calls = new ArrayList<>();
    for (Value subnet : wanted) {
      if (!had.contains(subnet)) {
        calls.add(Calls.safe(ASSOCIATE, Value.Fields.of(SUBNET, subnet)));
      }
    }
    for (Value subnet : had) {
      if (!wanted.contains(subnet)) {
        calls.add(Calls.safe(DISASSOCIATE, disassociation(from, subnet)));
      }
    }
    return calls;
  }

  /// By its id, where a read has told it; else by its subnet, for the session to resolve.
  private static Value.Fields disassociation(Value.Fields from, Value subnet) {
    return subnet instanceof Value.Text(String id) && from.fields(IDS).has(id)
        ? Value.Fields.of(ID, from.fields(IDS).get(id).orElseThrow())
        : Value.Fields.of(SUBNET, subnet);
  }

  static Value.Fields addressed(Call call, Target target) {
    return call.arguments()
        .text(SUBNET)
        .flatMap(subnet -> target.attributes().fields(IDS).get(subnet))
        .map(id -> Value.Fields.of(ID, id))
        .orElse(call.arguments());
  }

  static Value.Fields learned(Call call, Value.Fields answer, Target target) {
    if (!call.api().equals(ASSOCIATE) || !answer.has(ID)) {
      return Value.Fields.EMPTY;
    }
    Value.Fields ids =
        target
            .attributes()
            .fields(IDS)
            .with(call.arguments().text(SUBNET).orElse(""), answer.get(ID).orElseThrow());
    return Value.Fields.of(IDS, ids);
  }

  static boolean holds(Call call, Value.Fields attributes) {
    Value.Fields ids = attributes.fields(IDS);
    return switch (call.api()) {
      case ASSOCIATE -> call.arguments().text(SUBNET).filter(ids::has).isPresent();
      case DISASSOCIATE ->
          call.arguments().has(ID)
              && !ids.fields().containsValue(call.arguments().get(ID).orElseThrow());
      default -> false;
    };
  }
}
