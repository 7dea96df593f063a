package dev.cairn.aws.lookup;

import dev.cairn.api.address.TypeName;
import dev.cairn.api.provider.Answer;
import dev.cairn.api.value.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// `aws.availabilityZones`: the zones that are available to the account, by name. Local and
/// Wavelength zones only where `filters` ask for them.
public final class AvailabilityZones implements AwsLookup {
  private static final String STATE = "state";
  private static final String KIND = "zone-type";

  @Override
  public TypeName name() {
    return new TypeName("aws", "availabilityZones");
  }

  @Override
  public String call() {
    return "ec2:DescribeAvailabilityZones";
  }

  @Override
  public Value.Fields request(Value.Fields arguments) {
    Value.Fields filters = arguments.fields("filters");
    if (!filters.has(STATE)) {
      filters = filters.with(STATE, one("available"));
    }
    List<Value> list = new ArrayList<>(Filters.of(filters));
    return Value.Fields.of("Filters", new Value.Items(list));
  }

  @Override
  public Answer answer(Value.Fields answer, Value.Fields arguments) {
    boolean every = arguments.fields("filters").has(KIND);
    List<Value.Fields> zones =
        Filters.objects(answer, "AvailabilityZones").stream()
            .filter(zone -> every || ordinary(zone))
            .sorted(Comparator.comparing(zone -> text(zone, "ZoneName")))
            .toList();
    return new Answer.Given(
        Value.Fields.of(
            Map.of("names", texts(zones, "ZoneName"), "zoneIds", texts(zones, "ZoneId"))));
  }

  private static boolean ordinary(Value.Fields zone) {
    return zone.text("ZoneType").orElse("availability-zone").equals("availability-zone");
  }

  private static Value.Items one(String text) {
    return new Value.Items(List.of(Value.text(text)));
  }

  private static Value texts(List<Value.Fields> zones, String member) {
    return new Value.Items(
        zones.stream().<Value>map(zone -> Value.text(text(zone, member))).toList());
  }

  private static String text(Value.Fields zone, String member) {
    return zone.text(member).orElse("");
  }
}
