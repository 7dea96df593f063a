package dev.cairn.docker.form;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What an image is made for: `linux`, `arm64`, `linux/arm64`, `linux/arm/v7`.
public final class Platform {
  /// Other names of an architecture, as engines take them.
  private static final Map<String, String> SAME =
      Map.of("x86_64", "amd64", "x86-64", "amd64", "aarch64", "arm64", "i386", "386");

  /// What an architecture is where no variant is named.
  private static final Map<String, String> USUAL = Map.of("arm64", "v8", "arm", "v7");

  private Platform() {}

  /// Whether an image is of a platform that somebody wrote. What it does not say is not compared.
  public static boolean matches(String written, String os, String architecture, String variant) {
    List<String> parts = Arrays.asList(written.toLowerCase(Locale.ROOT).split("/", -1));
    if (parts.size() == 1) {
      String one = SAME.getOrDefault(parts.getFirst(), parts.getFirst());
      return one.equals(os) || one.equals(architecture);
    }
    String wanted = SAME.getOrDefault(parts.get(1), parts.get(1));
    String usual = USUAL.getOrDefault(wanted, "");
    return parts.getFirst().equals(os)
        && wanted.equals(architecture)
        && variant(parts.size() > 2 ? parts.get(2) : "", usual).equals(variant(variant, usual));
  }

  private static String variant(String named, String usual) {
    return named.isEmpty() ? usual : named;
  }
}
