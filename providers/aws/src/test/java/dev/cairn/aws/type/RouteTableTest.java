package dev.cairn.aws.type;

import static dev.cairn.aws.Engine.desired;
import static dev.cairn.aws.Engine.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.api.address.Address;
import dev.cairn.api.address.AttributeRef;
import dev.cairn.api.address.Path;
import dev.cairn.api.plan.Call;
import dev.cairn.api.value.Residual;
import dev.cairn.api.value.Shape;
import dev.cairn.api.value.Value;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class RouteTableTest {
  private final RouteTable type = new RouteTable();

  private List<Call> update(String from, String to, String changed) {
    return type.update(
        json(from), desired("routeTable", json(to)), new TreeSet<>(List.of(Path.of(changed))));
  }

  @Test
  void routesAreToldApartByTheirDestination() {
    List<Call> calls =
        update(
            """
            {'routes': [{'destinationCidrBlock': '0.0.0.0/0', 'gatewayId': 'igw-1'},
             {'destinationCidrBlock': '10.9.0.0/16', 'gatewayId': 'igw-1'},
             {'destinationIpv6CidrBlock': '::/0', 'gatewayId': 'igw-1'}]}\
            """,
            """
            {'routes': [{'destinationCidrBlock': '0.0.0.0/0', 'natGatewayId': 'nat-1'},
             {'destinationIpv6CidrBlock': '::/0', 'gatewayId': 'igw-1'},
             {'destinationCidrBlock': '10.8.0.0/16', 'gatewayId': 'igw-1'}]}\
            """,
            "routes");
    assertThat(calls)
        .extracting(Call::api)
        .containsExactly("ec2:ReplaceRoute", "ec2:CreateRoute", "ec2:DeleteRoute");
    assertThat(calls.getFirst().arguments())
        .isEqualTo(json("{'DestinationCidrBlock': '0.0.0.0/0', 'NatGatewayId': 'nat-1'}"));
    assertThat(calls.getLast().arguments())
        .isEqualTo(json("{'DestinationCidrBlock': '10.9.0.0/16'}"));
  }

  @Test
  void aSubnetIsAssociatedBeforeAnotherLeaves() {
    List<Call> calls =
        update(
            "{'associations': ['a'], 'associationIds': {'a': 'rtbassoc-1'}}",
            "{'associations': ['b']}",
            "associations");
    assertThat(calls)
        .extracting(Call::api)
        .containsExactly("ec2:AssociateRouteTable", "ec2:DisassociateRouteTable");
    assertThat(calls.getLast().arguments()).isEqualTo(json("{'AssociationId': 'rtbassoc-1'}"));
  }

  @Test
  void aListOfWhichNothingIsKnownIsNotAnEmptyOne() {
    Value unknown =
        new Value.Unknown(
            new Shape.ListOf(Shape.Scalar.STRING, false),
            new Residual.Attribute(new AttributeRef(Address.of("net"), Path.of("subnets"))));
    for (String list : List.of("routes", "associations")) {
      assertThat(type.decisive(Value.Fields.EMPTY, Value.Fields.of(list, unknown)))
          .containsExactly(list);
      assertThat(
              type.decisive(
                  Value.Fields.EMPTY, Value.Fields.of(list, new Value.Items(List.of(unknown)))))
          .isEmpty();
    }
  }

  @Test
  void aTableInUseIsLeftByItsSubnetsBeforeItIsDeleted() {
    assertThat(type.delete(json("{'associations': ['a'], 'associationIds': {'a': 'rtbassoc-1'}}")))
        .extracting(Call::api)
        .containsExactly("ec2:DisassociateRouteTable", "ec2:DeleteRouteTable");
  }

  @Test
  void routesThatNobodySetAreNotObserved() {
    Value.Fields observed =
        type.observe(
            json(
                """
                {'RouteTableId': 'rtb-1', 'Routes': [
                 {'DestinationCidrBlock': '10.0.0.0/16', 'GatewayId': 'local',
                  'Origin': 'CreateRouteTable', 'State': 'active'},
                 {'DestinationCidrBlock': '10.1.0.0/16', 'GatewayId': 'vgw-1',
                  'Origin': 'EnableVgwRoutePropagation', 'State': 'active'},
                 {'DestinationPrefixListId': 'pl-1', 'GatewayId': 'vpce-1',
                  'Origin': 'CreateRoute', 'State': 'active'},
                 {'DestinationCidrBlock': '0.0.0.0/0', 'NetworkInterfaceId': 'eni-1',
                  'InstanceId': 'i-1', 'Origin': 'CreateRoute', 'State': 'active'}],
                 'Associations': [{'Main': true, 'RouteTableAssociationId': 'x'},
                 {'Main': false, 'SubnetId': 'a', 'RouteTableAssociationId': 'y'}]}\
                """));
    assertThat(observed)
        .isEqualTo(
            json(
                """
                {'routes': [{'destinationCidrBlock': '0.0.0.0/0', 'networkInterfaceId': 'eni-1'}],
                 'associations': ['a'], 'associationIds': {'a': 'y'}}\
                """));
  }

  @Test
  void aRouteHasOneDestinationAndOneTarget() {
    assertThat(type.check(json("{'routes': [{'gatewayId': 'igw-1', 'natGatewayId': 'nat-1'}]}")))
        .extracting(problem -> problem.summary())
        .containsExactly("a route has exactly one destination", "a route has exactly one target");
  }
}
