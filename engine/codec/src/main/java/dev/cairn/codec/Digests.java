package dev.cairn.codec;

import dev.cairn.api.resource.ContentId;
import dev.cairn.api.resource.Observed;
import dev.cairn.api.value.Value;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/// SHA-256 over canonical JSON.
public final class Digests {
  private Digests() {}

  /// The digest of any value. What sensitive values hold does not enter; see [#of(Value, Seal)].
  public static ContentId of(Value value) {
    return of(value, Seal.MARK);
  }

  /// The digest of any value, sensitive ones by their fingerprint.
  public static ContentId of(Value value, Seal seal) {
    return ofText(Json.canonical(Values.encode(value, seal.withoutOrigins())));
  }

  /// The digest of a record in the form of [Records].
  public static ContentId ofRecord(Object object) {
    return ofText(Json.canonical(new Records(Seal.MARK).encode(object)));
  }

  /// The digest of what was read of all objects of one resource: what a plan rests on.
  public static ContentId ofReadings(List<Observed> readings) {
    return readings.size() == 1
        ? readings.getFirst().digest()
        : of(
            new Value.Items(
                readings.stream().<Value>map(one -> Value.text(one.digest().sha256())).toList()));
  }

  /// The digest of a text in UTF-8.
  public static ContentId ofText(String text) {
    return ofBytes(text.getBytes(StandardCharsets.UTF_8));
  }

  public static ContentId ofBytes(byte[] content) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
      return new ContentId(HexFormat.of().formatHex(digest));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no SHA-256", e);
    }
  }
}
