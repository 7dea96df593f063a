package dev.cairn.docker.type;

import dev.cairn.api.address.Path;
import dev.cairn.api.address.TypeName;
import dev.cairn.api.plan.Call;
import dev.cairn.api.plan.Repeat;
import dev.cairn.api.provider.ResourceType;
import dev.cairn.api.resource.Desired;
import dev.cairn.api.value.Value;
import dev.cairn.docker.form.Pairs;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;

/// A volume. Its id is its name.
public final class VolumeType implements ResourceType {
  @Override
  public TypeName name() {
    return Names.VOLUME;
  }

  @Override
  public Value.Fields normalize(Value.Fields written) {
    return Change.each(
        Change.each(written, "labels", Pairs.MAP::normal), "driverOpts", Pairs.MAP::normal);
  }

  @Override
  public Value.Fields planned(Desired desired) {
    return desired
        .attributes()
        .get("name")
        .map(name -> Value.Fields.of("id", name))
        .orElse(Value.Fields.EMPTY);
  }

  /// A device, a directory or a share that is named is mounted, and stays when the volume goes.
  @Override
  public boolean holdsData(Value.Fields attributes) {
    return attributes.fields("driverOpts").text("device").isEmpty();
  }

  @Override
  public List<Call> create(Desired desired) {
    Value.Fields arguments =
        Arguments.of(
            desired.attributes(),
            Map.of(
                "name",
                "Name",
                "driver",
                "Driver",
                "driverOpts",
                "DriverOpts",
                "labels",
                "Labels"));
    return List.of(new Call(Api.VOLUME_CREATE, arguments, Repeat.FIND_BY_OPERATION));
  }

  @Override
  public List<Call> update(Value.Fields from, Desired to, SortedSet<Path> changed) {
    return List.of();
  }

  @Override
  public List<Call> delete(Value.Fields from) {
    return List.of(new Call(Api.VOLUME_DELETE, Value.Fields.EMPTY, Repeat.SAFE));
  }
}
