package dev.cairn.api.address;

/// ULIDs: 26 characters, 48 bits of time in milliseconds and 80 of randomness, that sort by time
/// (github.com/ulid/spec).
public final class Ulid {
  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

  private Ulid() {}

  /// @param millis since 1970, below 2^48
  /// @param random ten bytes
  public static String of(long millis, byte[] random) {
    if (random.length != 10) {
      throw new IllegalArgumentException("a ULID takes ten random bytes, not " + random.length);
    }
    char[] out = new char[26];
    for (int i = 9; i >= 0; i--) {
      out[i] = ALPHABET.charAt((int) (millis & 31));
      millis >>>= 5;
    }
    for (int half = 0; half < 2; half++) {
      long bits = 0;
      for (int i = 0; i < 5; i++) {
        bits = (bits << 8) | (random[half * 5 + i] & 0xff);
      }
      for (int i = 7; i >= 0; i--) {
        out[10 + half * 8 + i] = ALPHABET.charAt((int) (bits & 31));
        bits >>>= 5;
      }
    }
    return new String(out);
  }

  /// The time that a ULID was made at, in milliseconds since 1970.
  public static long millis(String ulid) {
    long millis = 0;
    for (int i = 0; i < 10; i++) {
      millis = (millis << 5) | ALPHABET.indexOf(ulid.charAt(i));
    }
    return millis;
  }
}
