package dev.cairn.aws;

import dev.cairn.api.address.TypeName;
import dev.cairn.api.provider.Provider;
import dev.cairn.api.provider.ResourceType;
import dev.cairn.api.provider.Session;
import dev.cairn.api.resource.Scope;
import dev.cairn.api.value.Value;
import dev.cairn.aws.lookup.AvailabilityZones;
import dev.cairn.aws.lookup.AwsLookup;
import dev.cairn.aws.lookup.CallerIdentity;
import dev.cairn.aws.lookup.Image;
import dev.cairn.aws.session.AwsSession;
import dev.cairn.aws.type.AutoscalingGroup;
import dev.cairn.aws.type.AutoscalingTags;
import dev.cairn.aws.type.AwsType;
import dev.cairn.aws.type.Eip;
import dev.cairn.aws.type.EipAssociation;
import dev.cairn.aws.type.InternetGateway;
import dev.cairn.aws.type.LaunchTemplate;
import dev.cairn.aws.type.NetworkInterface;
import dev.cairn.aws.type.RouteTable;
import dev.cairn.aws.type.SecurityGroup;
import dev.cairn.aws.type.Subnet;
import dev.cairn.aws.type.Vpc;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The provider `aws`. Settings: `region` (else that of the environment or of the profile),
/// `profile`, `endpoint`, `defaultTags`.
public final class AwsProvider implements Provider {
  private static final List<AwsType> TYPES =
      List.of(
          new AutoscalingGroup(),
          new AutoscalingTags(),
          new Eip(),
          new EipAssociation(),
          new InternetGateway(),
          new LaunchTemplate(),
          new NetworkInterface(),
          new RouteTable(),
          new SecurityGroup(),
          new Subnet(),
          new Vpc());
  private static final List<AwsLookup> LOOKUPS =
      List.of(new AvailabilityZones(), new CallerIdentity(), new Image());
  private final Map<String, String> environment;

  public AwsProvider() {
    this(System.getenv());
  }

  /// @param environment where the default region is looked for
  public AwsProvider(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  @Override
  public String name() {
    return "aws";
  }

  @Override
  public List<ResourceType> types() {
    return List.copyOf(TYPES);
  }

  @Override
  public List<TypeName> lookups() {
    return LOOKUPS.stream().map(AwsLookup::name).toList();
  }

  @Override
  public Scope scope(Value.Fields settings) {
    Value.Fields kept = Value.Fields.EMPTY;
    for (String name : List.of("region", "endpoint")) {
      if (settings.has(name)) {
        kept = kept.with(name, settings.get(name).orElseThrow());
      }
    }
    if (!kept.has("region")) {
      Value.Fields without = kept;
      kept = region().map(region -> without.with("region", Value.text(region))).orElse(kept);
    }
    return new Scope(name(), kept, settings.text("profile").orElse(null), null);
  }

  private Optional<String> region() {
    return Optional.ofNullable(environment.get("AWS_REGION"))
        .or(() -> Optional.ofNullable(environment.get("AWS_DEFAULT_REGION")));
  }

  /// `defaultTags` are tags of everything that Cairn creates and can tag.
  @Override
  public Value.Fields defaults(TypeName type, Value.Fields settings) {
    boolean tagged = TYPES.stream().anyMatch(known -> known.name().equals(type) && known.tagged());
    return tagged && settings.has("defaultTags")
        ? Value.Fields.of("tags", settings.get("defaultTags").orElseThrow())
        : Value.Fields.EMPTY;
  }

  @Override
  public Session open(Scope scope) {
    Map<TypeName, AwsType> types = new TreeMap<>();
    TYPES.forEach(type -> types.put(type.name(), type));
    Map<TypeName, AwsLookup> lookups = new TreeMap<>();
    LOOKUPS.forEach(lookup -> lookups.put(lookup.name(), lookup));
    return new AwsSession(types, lookups, scope);
  }
}
