package dev.cairn.docker.form;

import dev.cairn.api.value.Value;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One mount in the Engine API's two forms.
final class MountApi {
  private MountApi() {}

  /// `SOURCE:TARGET[:OPTIONS]`.
  static Value bind(Value.Fields mount) {
    Value.Fields bind = mount.fields("bind");
    String options =
        Stream.of(
                mount.flag("readOnly").orElse(false) ? "ro" : "",
                bind.text("propagation").orElse(""),
                bind.text("selinux").orElse(""))
            .filter(option -> !option.isEmpty())
            .collect(Collectors.joining(","));
    String behind =
        ":" + mount.text("target").orElse("") + (options.isEmpty() ? "" : ":" + options);
    return Known.suffixed(mount.get("source").orElse(Value.text("")), behind);
  }

  static Value.Fields mount(Value.Fields mount) {
    Renamed api =
        new Renamed(mount)
            .take("type", "Type")
            .take("source", "Source")
            .take("target", "Target")
            .take("readOnly", "ReadOnly")
            .take("bind", "BindOptions", MountApi::bindOptions)
            .take("volume", "VolumeOptions", MountApi::volumeOptions)
            .take("tmpfs", "TmpfsOptions", MountApi::tmpfsOptions);
    return api.fields();
  }

  private static Value bindOptions(Value options) {
    return new Renamed(options).take("propagation", "Propagation").fields();
  }

  private static Value volumeOptions(Value options) {
    return new Renamed(options).take("nocopy", "NoCopy").fields();
  }

  private static Value tmpfsOptions(Value options) {
    return new Renamed(options)
        .take("size", "SizeBytes", Size.BYTES::toApi)
        .take("mode", "Mode", Permissions.BITS::toApi)
        .fields();
  }

  static Value.Fields read(Value.Fields api) {
    return new Renamed(api)
        .take("Type", "type")
        .read("Source", "source", Scalars.TEXT::fromApi)
        .take("Target", "target")
        .take("ReadOnly", "readOnly")
        .read("BindOptions", "bind", MountApi::readBind)
        .read("VolumeOptions", "volume", MountApi::readVolume)
        .read("TmpfsOptions", "tmpfs", MountApi::readTmpfs)
        .fields();
  }

  private static Optional<Value> readBind(Value options) {
    return set(new Renamed(options).read("Propagation", "propagation", Scalars.TEXT::fromApi));
  }

  private static Optional<Value> readVolume(Value options) {
    return set(new Renamed(options).take("NoCopy", "nocopy"));
  }

  private static Optional<Value> readTmpfs(Value options) {
    return set(
        new Renamed(options)
            .read("SizeBytes", "size", Size.BYTES::fromApi)
            .read("Mode", "mode", Permissions.BITS::fromApi));
  }

  private static Optional<Value> set(Renamed options) {
    Value.Fields fields = options.fields();
    return fields.fields().isEmpty() ? Optional.empty() : Optional.of(fields);
  }
}
