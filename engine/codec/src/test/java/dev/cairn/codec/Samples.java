package dev.cairn.codec;

import dev.cairn.api.address.Address;
import dev.cairn.api.address.AttributeRef;
import dev.cairn.api.address.OperationId;
import dev.cairn.api.address.Path;
import dev.cairn.api.address.TypeName;
import dev.cairn.api.address.Uid;
import dev.cairn.api.diagnostic.Diagnostic;
import dev.cairn.api.diagnostic.SourceRange;
import dev.cairn.api.plan.Action;
import dev.cairn.api.plan.Approval;
import dev.cairn.api.plan.Call;
import dev.cairn.api.plan.Change;
import dev.cairn.api.plan.Difference;
import dev.cairn.api.plan.Plan;
import dev.cairn.api.plan.PlanHeader;
import dev.cairn.api.plan.Reason;
import dev.cairn.api.plan.Repeat;
import dev.cairn.api.plan.Step;
import dev.cairn.api.plan.StepKey;
import dev.cairn.api.resource.Desired;
import dev.cairn.api.resource.Lifecycle;
import dev.cairn.api.resource.Recorded;
import dev.cairn.api.resource.RemoteObject;
import dev.cairn.api.resource.Scope;
import dev.cairn.api.schema.Compare;
import dev.cairn.api.schema.Impact;
import dev.cairn.api.schema.Timeouts;
import dev.cairn.api.value.Residual;
import dev.cairn.api.value.Shape;
import dev.cairn.api.value.Value;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// A small plan with one of everything, and records.
final class Samples {
  static final OperationId OPERATION = new OperationId("01RUN", 3);
  static final Address VPC = Address.of("vpc");
  static final Address SUBNET = Address.of("subnet", "a");
  static final TypeName VPC_TYPE = new TypeName("aws", "vpc");
  static final TypeName SUBNET_TYPE = new TypeName("aws", "subnet");
  static final Scope SCOPE =
      new Scope("aws", Value.Fields.of("region", new Value.Text("eu-west-1")), "default", null);
  static final Value VPC_ID =
      new Value.Unknown(
          Shape.Scalar.STRING, new Residual.Attribute(new AttributeRef(VPC, Path.of("id"))));

  private Samples() {}

  static Recorded recorded(String address) {
    return new Recorded(
        Address.parse(address),
        new Uid("01UID"),
        VPC_TYPE,
        1,
        List.of(
            new RemoteObject(
                RemoteObject.Role.CURRENT,
                "vpc-1",
                SCOPE,
                OPERATION,
                Value.Fields.of(
                    Map.of(
                        "cidrBlock", new Value.Text("10.0.0.0/16"),
                        "id", new Value.Text("vpc-1"),
                        "weight", new Value.Decimal(2))),
                new TreeSet<>(List.of(Path.of("cidrBlock"), Path.of("tags", "a b"))),
                true)),
        new TreeSet<>(List.of(Address.of("other"))),
        Lifecycle.NONE,
        null,
        "01RUN",
        "abc");
  }

  static Desired desired(Address address, TypeName type, Value.Fields attributes) {
    return new Desired(
        address,
        type,
        SCOPE,
        attributes,
        new TreeSet<>(List.of(Path.of("cidrBlock"))),
        new TreeMap<>(Map.of(Path.of("tags"), Compare.OWNED_KEYS)),
        Lifecycle.NONE,
        new TreeSet<>(),
        Value.Fields.EMPTY,
        new Timeouts(Duration.ofMinutes(5), Duration.ofMinutes(5), Duration.ofMinutes(5)),
        new SourceRange("dc.yaml", 3, 3, 3, 6),
        new TreeMap<>());
  }

  static StepKey key(Address address, String kind) {
    return new StepKey(address, kind, 0);
  }

  static SortedSet<StepKey> after(StepKey... keys) {
    return new TreeSet<>(List.of(keys));
  }

  static Step createVpc(Value cidr) {
    Value.Fields attributes = Value.Fields.of("cidrBlock", cidr);
    return new Step.Create(
        key(VPC, "create"),
        after(),
        desired(VPC, VPC_TYPE, attributes),
        null,
        List.of(
            new Call("ec2:CreateVpc", Value.Fields.of("CidrBlock", cidr), Repeat.CLIENT_TOKEN)));
  }

  static Step createSubnet() {
    Value.Fields attributes =
        Value.Fields.of(Map.of("vpcId", VPC_ID, "host", new Value.Ref(Address.of("engine"))));
    return new Step.Create(
        key(SUBNET, "create"),
        after(key(VPC, "create")),
        desired(SUBNET, SUBNET_TYPE, attributes),
        null,
        List.of(
            new Call(
                "ec2:CreateSubnet", Value.Fields.of("VpcId", VPC_ID), Repeat.FIND_BY_OPERATION)));
  }

  static Step deleteOld() {
    Recorded old = recorded("old");
    return new Step.Delete(
        key(Address.of("old"), "delete"),
        after(),
        old,
        old.objects().getFirst(),
        List.of(new Call("ec2:DeleteVpc", Value.Fields.EMPTY, Repeat.SAFE)));
  }

  static Step nested() {
    Step.Write write =
        new Step.Write(
            key(Address.of("outputs"), "write"),
            after(),
            Value.Fields.of("id", new Value.Whole(1)));
    Difference trigger = new Difference(Path.of("x"), null, VPC_ID);
    return new Step.Transaction(
        key(Address.of("web"), "update"),
        after(),
        List.of(
            new Step.IfChanged(
                key(Address.of("web"), "replace"), after(), trigger, List.of(write))),
        0,
        List.of());
  }

  static Plan plan() {
    return plan(
        List.of(createVpc(new Value.Text("10.0.0.0/16")), createSubnet(), deleteOld(), nested()));
  }

  static Plan plan(List<Step> steps) {
    return new Plan(
        new PlanHeader(
            1,
            "dc",
            "default",
            "01LINEAGE",
            null,
            "abc",
            new TreeMap<>(Map.of("target", "vpc")),
            new TreeSet<>(List.of("aws:123456789012"))),
        steps,
        List.of(
            new Change(
                VPC,
                VPC_TYPE,
                Action.NO_OP,
                List.of(new Difference(Path.of("cidrBlock"), null, new Value.Text("x"))),
                List.of(
                    new Reason.Added(new SourceRange("dc.yaml", 3, 3, 3, 6)), new Reason.Removed()),
                Impact.DATA_LOSS,
                new TreeSet<>(),
                false,
                true)),
        7,
        Value.Fields.EMPTY,
        new TreeMap<>(Map.of(VPC, Digests.ofText("x"))),
        List.of(Diagnostic.warning("CRN2001", "odd", "very")),
        new Approval.Preview("a test"));
  }
}
