package dev.cairn.docker.form;

import java.nio.file.Path;
import java.util.Locale;

/// The one spelling of texts that can be written in several ways.
public final class Spellings {
  private Spellings() {}

  /// `CAP_NET_ADMIN` and `net_admin` are `NET_ADMIN`.
  public static String capability(String text) {
    String upper = text.strip().toUpperCase(Locale.ROOT);
    return upper.startsWith("CAP_") ? upper.substring(4) : upper;
  }

  /// `/tmp/` is `/tmp`.
  public static String directory(String text) {
    return text.startsWith("/") ? Path.of(text).normalize().toString() : text;
  }

  /// `term` and `SIGTERM` are `SIGTERM`; a number stays.
  public static String signal(String text) {
    String upper = text.strip().toUpperCase(Locale.ROOT);
    return upper.startsWith("SIG") || upper.matches("\\d+") ? upper : "SIG" + upper;
  }
}
