package dev.cairn.core.expression;

import java.util.Objects;

/// What expressions may read from outside of the stack.
public record Inputs(Files files, Secrets secrets) {
  /// Nothing may be read.
  public static final Inputs NONE = new Inputs(Files.NONE, Secrets.NONE);

  public Inputs {
    Objects.requireNonNull(files, "files");
    Objects.requireNonNull(secrets, "secrets");
  }
}
