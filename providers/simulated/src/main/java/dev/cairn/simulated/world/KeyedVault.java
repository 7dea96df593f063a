package dev.cairn.simulated.world;

import dev.cairn.api.value.Value;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Encrypts sensitive values with a key in a file beside the world, so that the world's file can be
/// shown, copied and searched. It does not protect them from who can read both.
public final class KeyedVault implements Vault {
  private static final String MARK = "$sealed";
  private static final String ALGORITHM = "AES/GCM/NoPadding";
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;

  private final KeyFile file;
  private final Codec codec;

  /// @param file made, readable by its owner alone, when the first value is sealed
  public KeyedVault(Path file, Codec codec) {
    this.file = new KeyFile(file);
    this.codec = codec;
  }

  @Override
  public Value seal(Value.Sensitive secret) {
    byte[] plain = codec.write(secret.inner()).getBytes(StandardCharsets.UTF_8);
    byte[] nonce = new byte[NONCE];
    new SecureRandom().nextBytes(nonce);
    byte[] coded = run(Cipher.ENCRYPT_MODE, file.make(), nonce, plain).orElseThrow();
    byte[] whole = Arrays.copyOf(nonce, NONCE + coded.length);
    System.arraycopy(coded, 0, whole, NONCE, coded.length);
    return Value.Fields.of(MARK, Value.text(Base64.getEncoder().encodeToString(whole)));
  }

  @Override
  public Value unseal(Value.Fields sealed) {
    Optional<byte[]> key = file.read();
    Optional<String> text = sealed.fields().size() == 1 ? sealed.text(MARK) : Optional.empty();
    if (text.isEmpty() || key.isEmpty()) {
      return sealed;
    }
    byte[] whole = Base64.getDecoder().decode(text.get());
    byte[] nonce = Arrays.copyOf(whole, NONCE);
    byte[] coded = Arrays.copyOfRange(whole, NONCE, whole.length);
    return run(Cipher.DECRYPT_MODE, key.get(), nonce, coded)
        .<Value>map(plain ->
            new Value.Sensitive(codec.read(new String(plain, StandardCharsets.UTF_8)), null))
        .orElse(sealed);
  }

  private static Optional<byte[]> run(int mode, byte[] key, byte[] nonce, byte[] content) {
    try {
      Cipher cipher = Cipher.getInstance(ALGORITHM);
      cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
      return Optional.of(cipher.doFinal(content));
    } catch (AEADBadTagException e) {
      return Optional.empty();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no " + ALGORITHM, e);
    }
  }

  @Override
  public String toString() {
    return "KeyedVault";
  }
}
