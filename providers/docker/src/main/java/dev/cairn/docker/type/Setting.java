package dev.cairn.docker.type;

import dev.cairn.api.value.Value;
import dev.cairn.docker.form.Form;
import java.util.Optional;

/// An attribute of a container that is one field of the Engine API.
///
/// @param place where the API has it
/// @param key the API's name
/// @param live whether the engine changes it in a container that runs (`ContainerUpdate`)
public record Setting(String name, Place place, String key, Form form, boolean live) {
  /// The two halves of a container's configuration.
  public enum Place {
    CONFIG("Config"),
    HOST("HostConfig");

    private final String section;

    Place(String section) {
      this.section = section;
    }
  }

  static Setting config(String name, String key, Form form) {
    return new Setting(name, Place.CONFIG, key, form, false);
  }

  static Setting host(String name, String key, Form form) {
    return new Setting(name, Place.HOST, key, form, false);
  }

  static Setting live(String name, String key, Form form) {
    return new Setting(name, Place.HOST, key, form, true);
  }

  /// Its normal form in an inspected container; empty where it is not set.
  public Optional<Value> read(Value.Fields inspected) {
    return form.fromApi(inspected.fields(place.section).get(key).orElse(null));
  }
}
