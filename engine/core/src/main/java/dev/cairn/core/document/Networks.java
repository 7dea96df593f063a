package dev.cairn.core.document;

import java.util.regex.Pattern;

/// Texts that are IP addresses and networks.
final class Networks {
  private static final String OCTET = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
  private static final Pattern IPV4 = Pattern.compile(OCTET + "(\\." + OCTET + "){3}");
  private static final Pattern GROUP = Pattern.compile("[0-9A-Fa-f]{1,4}");

  private Networks() {}

  static boolean isIpv4(String text) {
    return IPV4.matcher(text).matches();
  }

  static boolean isIpv6(String text) {
    int gap = text.indexOf("::");
    if (gap < 0) {
      return groups(text) == 8;
    }
    String before = text.substring(0, gap);
    String after = text.substring(gap + 2);
    int groups = (before.isEmpty() ? 0 : groups(before)) + (after.isEmpty() ? 0 : groups(after));
    return groups >= 0 && groups < 8;
  }

  static boolean isAddress(String text) {
    return isIpv4(text) || isIpv6(text);
  }

  static boolean isNetwork(String text) {
    int slash = text.indexOf('/');
    if (slash < 0 || !text.substring(slash + 1).matches("\\d{1,3}")) {
      return false;
    }
    String address = text.substring(0, slash);
    int bits = Integer.parseInt(text.substring(slash + 1));
    return isIpv4(address) ? bits <= 32 : isIpv6(address) && bits <= 128;
  }

  /// How many groups of an IPv6 address the text is, an IPv4 tail as two; negative for none.
  private static int groups(String text) {
    int count = 0;
    String[] parts = text.split(":", -1);
    for (int i = 0; i < parts.length; i++) {
      if (GROUP.matcher(parts[i]).matches()) {
        count++;
      } else if (i == parts.length - 1 && isIpv4(parts[i])) {
        count += 2;
      } else {
        return -100;
      }
    }
    return count;
  }
}
