package dev.cairn.codec;

import dev.cairn.api.value.Value;
import java.util.Optional;

/// What is written in the place of a sensitive value: a fingerprint that tells whether it is still
/// the same, or nothing. Never the value.
@FunctionalInterface
public interface Seal {
  /// Nothing is written: a mark alone.
  Seal MARK = secret -> Optional.empty();

  /// The fingerprint of a known value.
  Optional<String> fingerprint(Value secret);

  /// Whether it is also written where the value is found again.
  default boolean origins() {
    return true;
  }

  /// This seal without origins: for digests, as it is the same secret wherever it came from.
  default Seal withoutOrigins() {
    return new Seal() {
      @Override
      public Optional<String> fingerprint(Value secret) {
        return Seal.this.fingerprint(secret);
      }

      @Override
      public boolean origins() {
        return false;
      }
    };
  }

  /// Fingerprints by HMAC under a key.
  static Seal by(Hmac hmac) {
    return secret -> Optional.of(hmac.of(secret));
  }

  /// Fingerprints where there is a key, else marks.
  static Seal by(Optional<Hmac> hmac) {
    return hmac.map(Seal::by).orElse(MARK);
  }
}
