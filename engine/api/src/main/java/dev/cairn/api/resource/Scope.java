package dev.cairn.api.resource;

import dev.cairn.api.address.Address;
import dev.cairn.api.value.Value;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Where objects live: an account and region, or an engine. Kept in every record, so that what lost
/// its provider block can still be read and deleted.
///
/// @param settings the non-secret settings that a session needs; unknown among them until a host
///   exists
/// @param credential the name of the credential, never the credential
/// @param host the `docker.host` that the settings come from; null for an account
public record Scope(
    String provider, Value.Fields settings, @Nullable String credential, @Nullable Address host) {
  public Scope {
    Objects.requireNonNull(provider, "provider");
    Objects.requireNonNull(settings, "settings");
  }

  /// The place in words, for messages: `engine unix:///run/docker.sock`, `AWS eu-central-1`.
  public String place() {
    String service = host == null ? provider.toUpperCase(Locale.ROOT) : "engine";
    String where =
        Stream.of("region", "endpoint")
            .map(settings::text)
            .flatMap(Optional::stream)
            .collect(Collectors.joining(" at "));
    String with = credential == null ? "" : " with `" + credential + "`";
    return (service + " " + where).strip() + with;
  }
}
