package dev.cairn.api.address;

import java.util.Objects;

/// The name of a resource type or a lookup: `aws.vpc` is the type `vpc` of the provider `aws`.
public record TypeName(String provider, String name) implements Comparable<TypeName> {
  public TypeName {
    Objects.requireNonNull(provider, "provider");
    Objects.requireNonNull(name, "name");
  }

  /// Reads `aws.vpc`.
  ///
  /// @throws IllegalArgumentException where the text has no dot between two names
  public static TypeName parse(String text) {
    int dot = text.indexOf('.');
    if (dot <= 0 || dot == text.length() - 1) {
      throw new IllegalArgumentException("not a type name: " + text);
    }
    return new TypeName(text.substring(0, dot), text.substring(dot + 1));
  }

  @Override
  public int compareTo(TypeName other) {
    int byProvider = provider.compareTo(other.provider);
    return byProvider != 0 ? byProvider : name.compareTo(other.name);
  }

  @Override
  public String toString() {
    return provider + "." + name;
  }
}
