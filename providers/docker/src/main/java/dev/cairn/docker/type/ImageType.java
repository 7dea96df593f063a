package dev.cairn.docker.type;

import dev.cairn.api.address.Path;
import dev.cairn.api.address.TypeName;
import dev.cairn.api.plan.Call;
import dev.cairn.api.plan.Repeat;
import dev.cairn.api.provider.ResourceType;
import dev.cairn.api.resource.Desired;
import dev.cairn.api.value.Value;
import dev.cairn.docker.form.ImageName;
import java.util.List;
import java.util.SortedSet;

/// An image on an engine. It is pulled where it is missing (`pull: missing`), always or never; it
/// stays on the engine when the resource goes, unless `keepLocally: false`.
public final class ImageType implements ResourceType {
  @Override
  public TypeName name() {
    return Names.IMAGE;
  }

  /// Without a tag, an engine would pull every tag there is.
  @Override
  public Value.Fields normalize(Value.Fields written) {
    return Change.each(written, "name", ImageName::of);
  }

  @Override
  public List<Call> create(Desired desired) {
    Value.Fields attributes = desired.attributes();
    String pull = attributes.text("pull").orElse("missing");
    if (pull.equals("never")) {
      return List.of();
    }
    return List.of(ImagePull.of(attributes, "name", !pull.equals("always")));
  }

  @Override
  public List<Call> update(Value.Fields from, Desired to, SortedSet<Path> changed) {
    return List.of();
  }

  @Override
  public List<Call> delete(Value.Fields from) {
    return from.flag("keepLocally").orElse(true)
        ? List.of()
        : List.of(new Call(Api.IMAGE_DELETE, Value.Fields.EMPTY, Repeat.SAFE));
  }
}
