package dev.cairn.cli.views;

import dev.cairn.api.value.Value;
import dev.cairn.codec.Json;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/// Replaces every secret that this run has resolved, in every form in which it may turn up in other
/// text: as it is, escaped for JSON, encoded for URLs, in base64 at each of the three offsets, in
/// hexadecimal. Secrets below six bytes are left alone: they would hide ordinary words. Thread-safe
/// where the supplier is.
///
/// @param secrets those resolved so far
public record Redactor(Supplier<? extends Collection<String>> secrets) {
  private static final int SHORTEST = 6;
  private static final String HIDDEN = "(sensitive)";

  public static Redactor none() {
    return new Redactor(List::of);
  }

  public String redact(String text) {
    Collection<String> resolved = secrets.get();
    if (resolved.isEmpty()) {
      return text;
    }
    Set<String> forms = new LinkedHashSet<>();
    resolved.forEach(secret -> addForms(forms, secret));
    List<String> longestFirst = new ArrayList<>(forms);
    longestFirst.sort(Comparator.comparingInt(String::length).reversed());
    String clean = text;
    for (String form : longestFirst) {
      clean = clean.replace(form, HIDDEN);
    }
    return clean;
  }

  private static void addForms(Set<String> forms, String secret) {
    byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
    if (bytes.length < SHORTEST) {
      return;
    }
    forms.add(secret);
    String quoted = Json.canonical(Value.text(secret));
    forms.add(quoted.substring(1, quoted.length() - 1));
    String url = URLEncoder.encode(secret, StandardCharsets.UTF_8);
    forms.add(url);
    forms.add(url.replace("+", "%20"));
    forms.add(HexFormat.of().formatHex(bytes));
    forms.add(HexFormat.of().withUpperCase().formatHex(bytes));
    for (int offset = 0; offset < 3; offset++) {
      addBase64(forms, bytes, offset);
    }
  }

  /// The characters that depend on the secret alone, when it begins `offset` bytes after a multiple
  /// of three.
  private static void addBase64(Set<String> forms, byte[] secret, int offset) {
    byte[] shifted = new byte[offset + secret.length];
    System.arraycopy(secret, 0, shifted, offset, secret.length);
    String text = Base64.getEncoder().withoutPadding().encodeToString(shifted);
    int from = offset == 0 ? 0 : offset + 1;
    int to = shifted.length % 3 == 0 ? text.length() : text.length() - 1;
    String sure = text.substring(from, to);
    forms.add(sure);
    forms.add(sure.replace('+', '-').replace('/', '_'));
  }
}
