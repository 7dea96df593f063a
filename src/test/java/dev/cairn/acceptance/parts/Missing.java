package dev.cairn.acceptance.parts;

import org.junit.jupiter.api.Assumptions;

/// A real part that cannot be had here: in CI that fails the build, elsewhere the test is skipped
/// by name.
public final class Missing extends Exception {
  private static final long serialVersionUID = 1L;

  Missing(String part, String why) {
    super(part + " is missing: " + why);
  }

  Missing(String part, Throwable why) {
    super(part + " is missing: " + why.getMessage(), why);
  }

  RuntimeException surface() {
    if (Boolean.parseBoolean(System.getenv("CI"))) {
      return new IllegalStateException(getMessage() + " (in CI every part must be there)", this);
    }
    System.err.println("SKIPPED: " + getMessage());
    return Assumptions.abort(getMessage());
  }
}
