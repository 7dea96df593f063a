package dev.cairn.codec;

import dev.cairn.api.value.Residual;
import dev.cairn.api.value.Shape;
import dev.cairn.api.value.Value;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A sensitive value that was read back from where only its fingerprint, or its mark, is written.
/// It is a [Value.Sensitive] around an unknown value; this is the one place that tells it from
/// others.
///
/// @param fingerprint as [Seal#fingerprint] gave it; null where only a mark was written
/// @param origin where the value is found again; null for one that was observed
public record Sealed(@Nullable String fingerprint, @Nullable Residual origin) {
  private static final String FINGERPRINT = "hmac:";
  private static final Residual.Secret NONE = new Residual.Secret("sealed");

  /// The fingerprint and the origin of a value that was read back; empty for any other value.
  public static Optional<Sealed> of(Value value) {
    return value
                instanceof
                Value.Sensitive(
                    Value.Unknown(Shape ignored, Residual.Secret(String source)),
                    Residual origin)
            && (source.startsWith(FINGERPRINT) || source.equals(NONE.source()))
        ? Optional.of(
            new Sealed(
                source.equals(NONE.source()) ? null : source.substring(FINGERPRINT.length()),
                origin))
        : Optional.empty();
  }

  /// The value that stands for this.
  public Value.Sensitive value() {
    Residual.Secret inner =
        fingerprint == null ? NONE : new Residual.Secret(FINGERPRINT + fingerprint);
    return new Value.Sensitive(new Value.Unknown(Shape.Scalar.ANY, inner), origin);
  }

  /// Whether a known value is the one that was sealed. A mark without a fingerprint matches
  /// nothing.
  public boolean matches(Value known, Seal seal) {
    return fingerprint != null
        && seal.fingerprint(known.revealed())
            .filter(other -> Objects.equals(other, fingerprint))
            .isPresent();
  }
}
