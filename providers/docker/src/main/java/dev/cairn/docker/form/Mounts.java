package dev.cairn.docker.form;

import dev.cairn.api.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Volumes and directories in a container: `data:/var/lib/data:ro`, `/etc/x:/x`, `/scratch`, or
/// `{type, source, target, readOnly, bind, volume, tmpfs}`, which is the normal form. What is as by
/// default is left out of it.
public final class Mounts {
  private static final List<String> PROPAGATIONS =
      List.of("rprivate", "private", "rshared", "shared", "rslave", "slave");

  private static final List<String> OPTIONS = List.of("ro", "rw", "nocopy", "z");

  private Mounts() {}

  public static Value normal(Value written) {
    return Known.map(
        written,
        value ->
            value instanceof Value.Items(List<Value> items)
                ? new Value.Items(
                    items.stream()
                        .map(item -> Known.map(item, Mounts::mount))
                        .distinct()
                        .sorted(Order.BY_TEXT)
                        .toList())
                : value);
  }

  private static Value mount(Value value) {
    return switch (value) {
      case Value.Text(String text) -> parse(text);
      case Value.Fields fields -> complete(fields);
      default -> value;
    };
  }

  private static Value parse(String text) {
    String[] parts = text.split(":", 3);
    if (parts.length == 1) {
      return volume(Value.Fields.EMPTY, parts[0]);
    }
    boolean directory = parts[0].startsWith("/") || parts[0].startsWith(".");
    Value.Fields mount = Value.Fields.of("source", Value.text(parts[0]));
    mount = directory ? bind(mount, parts[1]) : volume(mount, parts[1]);
    List<String> options = options(text);
    if (!options.stream().allMatch(Mounts::known)) {
      return Value.text(text);
    }
    for (String option : options) {
      mount = option(mount, option.toLowerCase(Locale.ROOT), option);
    }
    return mount;
  }

  private static List<String> options(String text) {
    String[] parts = text.split(":", 3);
    return parts.length > 2 ? List.of(parts[2].split(",", -1)) : List.of();
  }

  private static boolean known(String option) {
    String lower = option.toLowerCase(Locale.ROOT);
    return OPTIONS.contains(lower) || PROPAGATIONS.contains(lower);
  }

  /// The options of short forms that mean nothing here; such a form is left as it is written.
  public static Stream<String> unknownOptions(Value normal) {
    return Known.items(normal).stream()
        .filter(Value.Text.class::isInstance)
        .flatMap(item -> options(((Value.Text) item).text()).stream())
        .filter(option -> !known(option));
  }

  private static Value.Fields volume(Value.Fields mount, String target) {
    return mount
        .with("type", Value.text("volume"))
        .with("target", Value.text(Spellings.directory(target)));
  }

  private static Value.Fields bind(Value.Fields mount, String target) {
    return mount
        .with("type", Value.text("bind"))
        .with("target", Value.text(Spellings.directory(target)))
        .with("bind", Value.Fields.of("createHostPath", new Value.Flag(true)));
  }

  private static Value.Fields option(Value.Fields mount, String option, String written) {
    return switch (option) {
      case "ro" -> mount.with("readOnly", new Value.Flag(true));
      case "nocopy" -> mount.with("volume", Value.Fields.of("nocopy", new Value.Flag(true)));
      case "z" -> mount.with("bind", mount.fields("bind").with("selinux", Value.text(written)));
      default ->
          PROPAGATIONS.contains(option) && !option.equals("rprivate")
              ? mount.with("bind", mount.fields("bind").with("propagation", Value.text(option)))
              : mount;
    };
  }

  /// Leaves out what is as by default.
  private static Value complete(Value.Fields mount) {
    Value.Fields complete = mount.has("type") ? mount : mount.with("type", type(mount));
    complete =
        complete.with(
            new Renamed(complete)
                .take("source", "source", Known::idOf)
                .take("target", "target", target -> Known.text(target, Spellings::directory))
                .fields());
    if (!complete.flag("readOnly").orElse(false)) {
      complete = complete.without("readOnly");
    }
    complete = inner(complete, "bind", bindOptions(complete.fields("bind")));
    complete = inner(complete, "volume", volumeOptions(complete.fields("volume")));
    return inner(complete, "tmpfs", tmpfsOptions(complete.fields("tmpfs")));
  }

  private static Value type(Value.Fields mount) {
    return Value.text(
        mount.text("source").filter(text -> text.startsWith("/")).isPresent() ? "bind" : "volume");
  }

  private static Value.Fields inner(Value.Fields mount, String name, Value.Fields options) {
    return options.fields().isEmpty() ? mount.without(name) : mount.with(name, options);
  }

  private static Value.Fields bindOptions(Value.Fields bind) {
    Value.Fields options =
        bind.text("propagation").filter("rprivate"::equals).isPresent()
            ? bind.without("propagation")
            : bind;
    return options.flag("createHostPath").orElse(true)
        ? options
        : options.without("createHostPath");
  }

  private static Value.Fields volumeOptions(Value.Fields volume) {
    return volume.flag("nocopy").orElse(true) ? volume : volume.without("nocopy");
  }

  private static Value.Fields tmpfsOptions(Value.Fields tmpfs) {
    return new Renamed(tmpfs)
        .take("size", "size", Size.BYTES::normal)
        .take("mode", "mode", Permissions.BITS::normal)
        .fields();
  }

  public static boolean understands(Value normal) {
    return Known.items(normal).stream()
        .allMatch(item ->
            item.revealed() instanceof Value.Fields mount
                && mount.text("target").filter(text -> text.startsWith("/")).isPresent());
  }

  /// The mounts whose source is a path that does not begin at the root.
  public static Stream<String> relative(Value normal) {
    return Known.items(normal).stream()
        .map(Value::revealed)
        .filter(Value.Fields.class::isInstance)
        .map(item -> ((Value.Fields) item).text("source"))
        .flatMap(Optional::stream)
        .filter(source -> source.startsWith(".") || source.startsWith("~"));
  }

  /// `HostConfig.Binds`: host directories that the engine makes when they are missing.
  public static Value binds(Value normal) {
    return new Value.Items(each(normal).filter(Mounts::bound).map(MountApi::bind).toList());
  }

  /// `HostConfig.Mounts`: all others.
  public static Value mounts(Value normal) {
    return new Value.Items(
        each(normal).filter(mount -> !bound(mount)).<Value>map(MountApi::mount).toList());
  }

  private static boolean bound(Value.Fields mount) {
    return mount.fields("bind").flag("createHostPath").orElse(false)
        || mount.fields("bind").has("selinux");
  }

  /// The normal form of what the engine reports in `HostConfig`.
  public static Value read(Value.Fields hostConfig) {
    List<Value> mounts = new ArrayList<>();
    hostConfig.items("Binds").forEach(bind -> mounts.add(mount(bind)));
    hostConfig.items("Mounts").stream()
        .filter(Value.Fields.class::isInstance)
        .forEach(mount -> mounts.add(MountApi.read((Value.Fields) mount)));
    return normal(new Value.Items(mounts));
  }

  private static Stream<Value.Fields> each(Value normal) {
    return Known.items(normal).stream()
        .map(Value::revealed)
        .filter(Value.Fields.class::isInstance)
        .map(Value.Fields.class::cast);
  }
}
