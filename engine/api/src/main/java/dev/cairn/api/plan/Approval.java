package dev.cairn.api.plan;

import java.util.Objects;

/// What a plan can be approved by.
public sealed interface Approval {
  /// The digest of everything that apply will do (semantics, section 10), `sha256:…`.
  record Digest(String sha256) implements Approval {
    public Digest {
      Objects.requireNonNull(sha256, "sha256");
    }
  }

  /// The plan has no digest and cannot be approved; it can be applied from its file on the machine
  /// that made it.
  record Preview(String because) implements Approval {
    public Preview {
      Objects.requireNonNull(because, "because");
    }
  }
}
