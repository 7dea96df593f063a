package dev.cairn.aws.type;

import dev.cairn.api.address.Path;
import dev.cairn.api.plan.Call;
import dev.cairn.api.provider.ResourceType.Problem;
import dev.cairn.api.value.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The routes of a table, each identified by its destination. The local routes of the VPC, routes
/// that a gateway propagates and those of gateway endpoints are none of ours.
final class Routes {
  private static final String ROUTES = "routes";
  private static final String CREATE = "ec2:CreateRoute";
  private static final String REPLACE = "ec2:ReplaceRoute";
  private static final String DELETE = "ec2:DeleteRoute";
  private static final String[] DESTINATIONS = {
    "destinationCidrBlock", "destinationIpv6CidrBlock", "destinationPrefixListId"
  };
  private static final String[] TARGETS = {
    "carrierGatewayId",
    "coreNetworkArn",
    "egressOnlyInternetGatewayId",
    "gatewayId",
    "localGatewayId",
    "natGatewayId",
    "networkInterfaceId",
    "transitGatewayId",
    "vpcPeeringConnectionId"
  };

  private Routes() {}

  static Value.Fields normalize(Value.Fields written) {
    if (!(written.get(ROUTES).orElse(null) instanceof Value.Items(List<Value> routes))) {
      return written;
    }
    return written.with(
        ROUTES,
        new Value.Items(
            routes.stream()
                .map(route ->
                    route instanceof Value.Fields fields
                        ? Cidr.canonical(fields, DESTINATIONS[0], DESTINATIONS[1])
                        : route)
                .toList()));
  }

  static Value observed(Value.Fields description) {
    List<Value> routes = new ArrayList<>();
    for (Value item : description.items("Routes")) {
      Value.Fields route = (Value.Fields) item;
      if (route.text("Origin").orElse("CreateRoute").equals("CreateRoute") && !endpoint(route)) {
        Value.Fields target = ApiForm.attributes(route, TARGETS);
        routes.add(ApiForm.attributes(route, DESTINATIONS).with(target));
      }
    }
    routes.sort(Comparator.comparing(route -> destination(route).toString()));
    return new Value.Items(routes);
  }

  private static boolean endpoint(Value.Fields route) {
    return route.has("DestinationPrefixListId")
        && route.text("GatewayId").orElse("").startsWith("vpce-");
  }

  static List<Problem> check(Value.Fields attributes) {
    List<Problem> problems = new ArrayList<>();
    Set<Value.Fields> destinations = new HashSet<>();
    List<Value> routes = attributes.items(ROUTES);
    for (int i = 0; i < routes.size(); i++) {
      int item = i;
      if (routes.get(i).revealed() instanceof Value.Fields route) {
        check(route, destinations).forEach(problem -> problems.add(problem.at(item)));
      }
    }
    return problems;
  }

  private static List<Problem> check(Value.Fields route, Set<Value.Fields> destinations) {
    List<Problem> problems = new ArrayList<>();
    one(route, DESTINATIONS, "destination").ifPresent(problems::add);
    one(route, TARGETS, "target").ifPresent(problems::add);
    Value.Fields destination = destination(route);
    if (problems.isEmpty() && destination.known() && !destinations.add(destination)) {
      problems.add(
          new Problem(
              Path.of(ROUTES),
              "a destination has two routes",
              "an earlier route of this table has the same destination",
              "remove one of the two"));
    }
    return problems;
  }

  private static Optional<Problem> one(Value.Fields route, String[] names, String what) {
    long count = List.of(names).stream().filter(route::has).count();
    return count == 1
        ? Optional.empty()
        : Optional.of(
            new Problem(
                Path.of(ROUTES),
                "a route has exactly one " + what,
                "this one has " + count,
                "set one of " + String.join(", ", names)));
  }

  /// The calls from one list of routes to the other; what takes away comes last.
  static List<Call> change(List<Value> from, List<Value> to) {
    Map<Value, Value.Fields> had = byDestination(from);
    Map<Value, Value.Fields> wanted = byDestination(to);
    List<Call> calls = new ArrayList<>();
    wanted.forEach((destination, route) -> {
      Value.Fields before = had.get(destination);
      if (before == null || !before.equals(route)) {
        calls.add(call(before == null ? CREATE : REPLACE, route));
      }
    });
    had.forEach((destination, route) -> {
      if (!wanted.containsKey(destination)) {
        calls.add(call(DELETE, (Value.Fields) destination));
      }
    });
    return calls;
  }

  private static Call call(String api, Value.Fields route) {
    return Calls.safe(api, (Value.Fields) ApiForm.argument(route));
  }

  private static Map<Value, Value.Fields> byDestination(List<Value> routes) {
    Map<Value, Value.Fields> byDestination = new LinkedHashMap<>();
    for (Value item : routes) {
      if (item.revealed() instanceof Value.Fields route) {
        byDestination.put(destination(route), route);
      }
    }
    return byDestination;
  }

  private static Value.Fields destination(Value route) {
    Value.Fields destination = Value.Fields.EMPTY;
    for (String name : DESTINATIONS) {
      Optional<Value> value = ((Value.Fields) route).get(name);
      destination = value.isPresent() ? destination.with(name, value.get()) : destination;
    }
    return destination;
  }

  static boolean holds(Call call, Value.Fields attributes) {
    Value.Fields route = (Value.Fields) ApiForm.attribute(call.arguments());
    Value.Fields there = byDestination(attributes.items(ROUTES)).get(destination(route));
    return switch (call.api()) {
      case CREATE, REPLACE -> route.equals(there);
      case DELETE -> there == null;
      default -> false;
    };
  }
}
