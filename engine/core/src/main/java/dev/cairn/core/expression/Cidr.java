package dev.cairn.core.expression;

import dev.cairn.api.diagnostic.DiagnosticException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/// A block of IPv4 or IPv6 addresses in CIDR notation (RFC 4632, RFC 4291; text form of IPv6 by RFC
/// 5952).
///
/// @param base the first address of the block
/// @param bits 32 or 128
record Cidr(BigInteger base, int prefix, int bits) {
  /// @throws DiagnosticException where the text is no block
  static Cidr parse(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      throw bad(text, "it has no prefix length, such as /16");
    }
    String address = text.substring(0, slash);
    BigInteger value = address.contains(":") ? six(text, address) : four(text, address);
    int bits = address.contains(":") ? 128 : 32;
    int prefix = decimal(text, text.substring(slash + 1), bits);
    return new Cidr(value.shiftRight(bits - prefix).shiftLeft(bits - prefix), prefix, bits);
  }

  /// The block number `number` of those whose prefix is `newbits` longer.
  String subnet(long newbits, long number) {
    if (newbits < 0 || newbits > bits - prefix) {
      throw new DiagnosticException(
          Problems.badArgument("cidrSubnet", this + " cannot be cut by " + newbits + " bits"));
    }
    BigInteger count = BigInteger.ONE.shiftLeft((int) newbits);
    BigInteger chosen = BigInteger.valueOf(number);
    if (chosen.signum() < 0 || chosen.compareTo(count) >= 0) {
      throw new DiagnosticException(
          Problems.badArgument(
              "cidrSubnet",
              this
                  + " has "
                  + count
                  + " blocks of /"
                  + (prefix + newbits)
                  + ", no number "
                  + number));
    }
    int longer = prefix + (int) newbits;
    return new Cidr(base.add(chosen.shiftLeft(bits - longer)), longer, bits).toString();
  }

  /// The address number `number` of the block; negative numbers count from its end.
  String host(long number) {
    BigInteger count = BigInteger.ONE.shiftLeft(bits - prefix);
    BigInteger wanted = BigInteger.valueOf(number);
    BigInteger chosen = number < 0 ? count.add(wanted) : wanted;
    if (chosen.signum() < 0 || chosen.compareTo(count) >= 0) {
      throw new DiagnosticException(
          Problems.badArgument("cidrHost", this + " has no address number " + number));
    }
    return address(base.add(chosen));
  }

  @Override
  public String toString() {
    return address(base) + "/" + prefix;
  }

  private static BigInteger four(String text, String address) {
    String[] parts = address.split("\\.", -1);
    if (parts.length != 4) {
      throw bad(text, "an IPv4 address has four numbers");
    }
    BigInteger value = BigInteger.ZERO;
    for (String part : parts) {
      value = value.shiftLeft(8).or(BigInteger.valueOf(decimal(text, part, 255)));
    }
    return value;
  }

  private static BigInteger six(String text, String address) {
    int gap = address.indexOf("::");
    List<Integer> head = groups(text, gap < 0 ? address : address.substring(0, gap));
    List<Integer> tail = gap < 0 ? List.of() : groups(text, address.substring(gap + 2));
    int missing = 8 - head.size() - tail.size();
    if (gap < 0 ? missing != 0 : missing < 1) {
      throw bad(text, "an IPv6 address has eight groups");
    }
    List<Integer> all = new ArrayList<>(head);
    for (int i = 0; i < missing; i++) {
      all.add(0);
    }
    all.addAll(tail);
    return all.stream()
        .map(BigInteger::valueOf)
        .reduce(BigInteger.ZERO, (value, group) -> value.shiftLeft(16).or(group));
  }

  private static List<Integer> groups(String text, String part) {
    List<Integer> groups = new ArrayList<>();
    if (part.isEmpty()) {
      return groups;
    }
    for (String group : part.split(":", -1)) {
      if (group.contains(".")) {
        int four = four(text, group).intValue();
        groups.add(four >>> 16);
        groups.add(four & 0xffff);
      } else if (group.matches("[0-9a-fA-F]{1,4}")) {
        groups.add(Integer.parseInt(group, 16));
      } else {
        throw bad(text, "a group of an IPv6 address has one to four hexadecimal digits");
      }
    }
    return groups;
  }

  private static int decimal(String text, String digits, int most) {
    boolean number = digits.matches("0|[1-9][0-9]{0,2}");
    if (!number || Integer.parseInt(digits) > most) {
      throw bad(text, Quoted.of(digits) + " is no number from 0 to " + most);
    }
    return Integer.parseInt(digits);
  }

  private String address(BigInteger value) {
    return bits == 32 ? dotted(value) : colons(value);
  }

  private static String dotted(BigInteger value) {
    int bytes = value.intValue();
    return (bytes >>> 24)
        + "."
        + (bytes >>> 16 & 255)
        + "."
        + (bytes >>> 8 & 255)
        + "."
        + (bytes & 255);
  }

  private static String colons(BigInteger value) {
    List<String> groups = new ArrayList<>();
    for (int i = 7; i >= 0; i--) {
      groups.add(Integer.toHexString(value.shiftRight(16 * i).intValue() & 0xffff));
    }
    int from = 0;
    int length = 0;
    for (int i = 0; i < 8; i++) {
      int run = i;
      while (run < 8 && groups.get(run).equals("0")) {
        run++;
      }
      if (run - i > length) {
        from = i;
        length = run - i;
      }
    }
    return length < 2
        ? String.join(":", groups)
        : String.join(":", groups.subList(0, from))
            + "::"
            + String.join(":", groups.subList(from + length, 8));
  }

  private static DiagnosticException bad(String text, String reason) {
    return new DiagnosticException(
        Problems.badArgument("a CIDR block", Quoted.of(text) + " is none: " + reason));
  }
}
