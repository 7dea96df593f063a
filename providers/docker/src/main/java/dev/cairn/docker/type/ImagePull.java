package dev.cairn.docker.type;

import dev.cairn.api.plan.Call;
import dev.cairn.api.plan.Repeat;
import dev.cairn.api.plan.Supply;
import dev.cairn.api.value.Residual;
import dev.cairn.api.value.Value;
import dev.cairn.docker.form.ImageName;
import java.util.Map;
import java.util.Optional;

/// The call that pulls an image.
final class ImagePull {
  private ImagePull() {}

  /// @param name which attribute has the image's name
  /// @param missing whether one that is there is left as it is
  static Call of(Value.Fields attributes, String name, boolean missing) {
    Value.Fields arguments =
        Arguments.of(attributes, Map.of(name, "fromImage", "platform", "platform"));
    return new Call(
        Api.IMAGE_PULL,
        missing ? arguments.with("missing", new Value.Flag(true)) : arguments,
        Repeat.SAFE);
  }

  /// What brings a container's image. An id names no image of a registry: it is there, or another
  /// resource brings it.
  static Optional<Call> before(Value.Fields container) {
    return container
        .get("image")
        .filter(image -> !id(image.revealed()))
        .map(image ->
            of(container, "image", true).bringing(new Supply("pull", Names.IMAGE, image, false)));
  }

  private static boolean id(Value image) {
    return switch (image) {
      case Value.Text(String name) -> ImageName.isWholeId(name);
      case Value.Unknown(var _, Residual.Attribute(var ref)) -> ref.path().attribute().equals("id");
      case Value _ -> false;
    };
  }
}
