package dev.cairn.codec;

import dev.cairn.api.value.Value;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// HMAC-SHA256 under a project's digest key. Thread-safe; the key never leaves it.
public final class Hmac {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int SHORTEST = 16;
  private final SecretKeySpec key;

  /// @param key at least 16 random bytes
  public Hmac(byte[] key) {
    if (key.length < SHORTEST) {
      throw new IllegalArgumentException("a digest key has at least " + SHORTEST + " bytes");
    }
    this.key = new SecretKeySpec(key, ALGORITHM);
  }

  /// 64 lower-case hexadecimal digits over the canonical form of a value, its marks taken off.
  public String of(Value secret) {
    return of(Json.canonical(Values.encode(Clear.of(secret))).getBytes(StandardCharsets.UTF_8));
  }

  /// 64 lower-case hexadecimal digits.
  public String of(byte[] content) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return HexFormat.of().formatHex(mac.doFinal(content));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no " + ALGORITHM, e);
    }
  }

  @Override
  public String toString() {
    return "Hmac";
  }
}
