package dev.cairn.docker.type;

import dev.cairn.api.address.TypeName;

/// The names of the types.
public final class Names {
  public static final String PROVIDER = "docker";
  public static final TypeName HOST = new TypeName(PROVIDER, "host");
  public static final TypeName IMAGE = new TypeName(PROVIDER, "image");
  public static final TypeName NETWORK = new TypeName(PROVIDER, "network");
  public static final TypeName VOLUME = new TypeName(PROVIDER, "volume");
  public static final TypeName CONTAINER = new TypeName(PROVIDER, "container");

  private Names() {}
}
