package dev.cairn.simulated;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Throws that look random and are the same for the same words, in every process.
final class Dice {
  private Dice() {}

  /// 64 lower-case hexadecimal digits.
  static String hex(Object... words) {
    return HexFormat.of().formatHex(bytes(words));
  }

  /// A number from 0 to below 1.
  static double share(Object... words) {
    return number(words) / (double) (1L << 48);
  }

  /// A number from 0 to below `bound`.
  static int below(int bound, Object... words) {
    return (int) (number(words) % bound);
  }

  private static long number(Object... words) {
    byte[] bytes = bytes(words);
    long number = 0;
    for (int i = 0; i < 6; i++) {
      number = (number << 8) | (bytes[i] & 0xff);
    }
    return number;
  }

  private static byte[] bytes(Object... words) {
    StringBuilder text = new StringBuilder();
    for (Object word : words) {
      text.append(word).append('\n');
    }
    try {
      return MessageDigest.getInstance("SHA-256")
          .digest(text.toString().getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
