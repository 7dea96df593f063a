package dev.cairn.simulated;

import dev.cairn.api.address.Path;
import dev.cairn.api.address.TypeName;
import dev.cairn.api.plan.Call;
import dev.cairn.api.plan.Repeat;
import dev.cairn.api.provider.Provider;
import dev.cairn.api.provider.ResourceType;
import dev.cairn.api.provider.Session;
import dev.cairn.api.resource.Desired;
import dev.cairn.api.resource.Scope;
import dev.cairn.api.schema.Attribute;
import dev.cairn.api.schema.Compare;
import dev.cairn.api.schema.Exclusive;
import dev.cairn.api.schema.Home;
import dev.cairn.api.schema.Identity;
import dev.cairn.api.schema.Impact;
import dev.cairn.api.schema.Phase;
import dev.cairn.api.schema.Removal;
import dev.cairn.api.schema.Timeouts;
import dev.cairn.api.schema.Trait;
import dev.cairn.api.schema.TypeSchema;
import dev.cairn.api.value.Shape;
import dev.cairn.api.value.Value;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Networks, and subnets in them: the smallest provider that has everything.
final class SampleProvider implements Provider {
  static final TypeName NETWORK = TypeName.parse("sample.network");
  static final TypeName SUBNET = TypeName.parse("sample.subnet");
  static final TypeName ENGINE = TypeName.parse("sample.engine");
  static final TypeName NOWHERE = TypeName.parse("sample.nowhere");
  static final TypeName ZONES = TypeName.parse("sample.zones");

  private static final Attribute ID = attribute(null, Trait.COMPUTED, Trait.READ_ONLY);

  static Optional<TypeSchema> schema(TypeName type) {
    return type.equals(NOWHERE) ? Optional.empty() : Optional.of(existing(type));
  }

  private static TypeSchema existing(TypeName type) {
    return switch (type.name()) {
      case "network" -> network();
      case "subnet" -> subnet();
      case "engine" ->
          schema(
              type, Home.SELF, Map.of("id", ID, "endpoint", attribute(null)), List.of(), example());
      case "zones" -> zones();
      default -> throw new IllegalArgumentException(type.toString());
    };
  }

  private static TypeSchema network() {
    return schema(
        NETWORK,
        Home.PROVIDER,
        Map.of(
            "id",
            ID,
            "cidr",
            attribute(null, Trait.REQUIRED, Trait.IMMUTABLE),
            "dns",
            new Attribute(
                Shape.Scalar.BOOL,
                Compare.STRICT,
                Set.of(),
                Phase.CREATE,
                Impact.IN_PLACE,
                new Removal.To(new Value.Flag(true)),
                null,
                new TreeMap<>(),
                ""),
            "rules",
            new Attribute(
                new Shape.ListOf(Shape.Scalar.STRING, true),
                Compare.UNORDERED,
                Set.of(),
                Phase.SETTLE,
                Impact.IN_PLACE,
                new Removal.Never(),
                null,
                new TreeMap<>(),
                ""),
            "password",
            attribute(null, Trait.WRITE_ONLY),
            "tags",
            new Attribute(
                new Shape.MapOf(Shape.Scalar.STRING),
                Compare.OWNED_KEYS,
                Set.of(),
                Phase.CREATE,
                Impact.NONE,
                new Removal.Never(),
                null,
                new TreeMap<>(),
                ""),
            "ownerId",
            ID,
            "address",
            ID),
        List.of(),
        Value.Fields.of(
            Map.of(
                "id", Value.text("net-0123456789abcdef0"),
                "ownerId", Value.text("111122223333"),
                "address", Value.text("10.1.0.0"))));
  }

  private static TypeSchema subnet() {
    return schema(
        SUBNET,
        Home.PROVIDER,
        Map.of(
            "id",
            ID,
            "networkId",
            attribute(NETWORK, Trait.REQUIRED, Trait.IMMUTABLE),
            "ownerId",
            ID,
            "arn",
            ID,
            "other",
            attribute(NOWHERE),
            "cidr",
            attribute(null, Trait.REQUIRED, Trait.IMMUTABLE)),
        List.of(new Exclusive(List.of(Path.of("cidr")), List.of(Path.of("networkId")))),
        example());
  }

  private static TypeSchema zones() {
    Attribute names =
        new Attribute(
            new Shape.ListOf(Shape.Scalar.STRING, false),
            Compare.STRICT,
            EnumSet.of(Trait.COMPUTED, Trait.READ_ONLY),
            Phase.CREATE,
            Impact.NONE,
            new Removal.Never(),
            null,
            new TreeMap<>(),
            "");
    return schema(
        ZONES,
        Home.PROVIDER,
        Map.of("names", names),
        List.of(),
        Value.Fields.of(
            "names", new Value.Items(List.of(Value.text("{region}a"), Value.text("{region}b")))));
  }

  private static Value.Fields example() {
    return Value.Fields.of(
        Map.of(
            "id", Value.text("sub-0123456789abcdef0"),
            "arn", Value.text("arn:{region}:sub-0123456789abcdef0")));
  }

  private static Attribute attribute(@Nullable TypeName refersTo, Trait... traits) {
    Set<Trait> all = EnumSet.noneOf(Trait.class);
    all.addAll(List.of(traits));
    return new Attribute(
        Shape.Scalar.STRING,
        Compare.STRICT,
        all,
        Phase.CREATE,
        Impact.IN_PLACE,
        new Removal.Never(),
        refersTo,
        new TreeMap<>(),
        "");
  }

  private static TypeSchema schema(
      TypeName type,
      Home home,
      Map<String, Attribute> attributes,
      List<Exclusive> exclusive,
      Value.Fields example) {
    SortedMap<String, Attribute> sorted = new TreeMap<>(attributes);
    Duration time = Duration.ofMinutes(5);
    return new TypeSchema(
        type,
        1,
        home,
        sorted,
        exclusive,
        new Identity.Tagged(),
        new Timeouts(time, time, time),
        time,
        false,
        false,
        "",
        example);
  }

  @Override
  public String name() {
    return "sample";
  }

  @Override
  public List<ResourceType> types() {
    return List.of(new Plain(NETWORK), new Plain(SUBNET), new Plain(ENGINE));
  }

  @Override
  public List<TypeName> lookups() {
    return List.of(ZONES);
  }

  @Override
  public Scope scope(Value.Fields settings) {
    return new Scope("sample", settings, null, null);
  }

  @Override
  public Session open(Scope scope) {
    throw new IllegalStateException("a simulation opens no real session");
  }

  private record Plain(TypeName name) implements ResourceType {
    @Override
    public Value.Fields fresh(Desired desired) {
      return name.equals(NETWORK)
          ? Value.Fields.of("rules", new Value.Items(List.of(Value.text("allow all"))))
          : Value.Fields.EMPTY;
    }

    @Override
    public List<Call> create(Desired desired) {
      return List.of(new Call("sample:Create", desired.attributes(), Repeat.FIND_BY_OPERATION));
    }

    @Override
    public List<Call> update(Value.Fields from, Desired to, SortedSet<Path> changed) {
      return List.of(new Call("sample:Modify", to.attributes(), Repeat.SAFE));
    }

    @Override
    public List<Call> delete(Value.Fields from) {
      return List.of(new Call("sample:Delete", Value.Fields.EMPTY, Repeat.SAFE));
    }
  }
}
