package dev.cairn.api.resource;

import dev.cairn.api.address.Address;
import dev.cairn.api.value.Value;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Where objects live, an account and region or an engine, and what it takes to connect with it.
/// Kept with every object, so that what lost its provider block can still be read and deleted.
///
/// @param settings the non-secret settings that a session needs, and nothing else; unknown among
///   them until a host exists
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

  /// The settings in which another scope leads to another place: another account, region or API, or
  /// another machine in a host's place. All others, an engine's endpoint too, say how the same
  /// place is reached. What is not told on both sides tells nothing apart, but for an API's
  /// endpoint, without which it is the service's own.
  public List<String> apart(Scope other) {
    return telling().stream()
        .filter(name -> {
          Value here = settings.get(name).orElse(null);
          Value there = other.settings.get(name).orElse(null);
          boolean told = here != null && there != null;
          return !Objects.equals(here, there) && (told || name.equals("endpoint"));
        })
        .toList();
  }

  /// The place alone, however it is reached: equal for all that live beside each other.
  public Scope where() {
    SortedMap<String, Value> kept = new TreeMap<>(settings.fields());
    kept.keySet().retainAll(host == null ? telling() : List.of());
    return new Scope(provider, new Value.Fields(kept), null, host);
  }

  private List<String> telling() {
    return host == null ? List.of("account", "endpoint", "region") : List.of("identity");
  }
}
