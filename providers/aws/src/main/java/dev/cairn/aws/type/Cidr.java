package dev.cairn.aws.type;

import dev.cairn.api.address.Path;
import dev.cairn.api.provider.ResourceType.Problem;
import dev.cairn.api.value.Value;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;

/// Address blocks as EC2 writes them: host bits cleared, IPv6 in its short form (RFC 5952).
final class Cidr {
  private Cidr() {}

  /// The attributes with the named blocks in canonical form.
  static Value.Fields canonical(Value.Fields attributes, String... names) {
    Value.Fields out = attributes;
    for (String name : names) {
      if (out.get(name).orElse(null) instanceof Value.Text(String text)) {
        out = out.with(name, Value.text(canonical(text)));
      }
    }
    return out;
  }

  /// The same for the block of a network itself: one with bits beyond its prefix stays as it was
  /// written, for [#hostBits] to ask what was meant.
  static Value.Fields spelled(Value.Fields attributes, String... names) {
    String[] blocks =
        Arrays.stream(names)
            .filter(name -> !hasHostBits(attributes.text(name).orElse("")))
            .toArray(String[]::new);
    return canonical(attributes, blocks);
  }

  static List<Problem> hostBits(Value.Fields attributes, String... names) {
    return Arrays.stream(names)
        .filter(name -> hasHostBits(attributes.text(name).orElse("")))
        .map(name ->
            new Problem(
                Path.of(name),
                "a block has bits set beyond its prefix",
                attributes.text(name).orElse("") + " is an address in a block, not a block",
                "did you mean " + canonical(attributes.text(name).orElse("")) + "?"))
        .toList();
  }

  private static boolean hasHostBits(String block) {
    return Block.read(block)
        .filter(read -> !Arrays.equals(read.address().getAddress(), read.masked()))
        .isPresent();
  }

  /// The block in canonical form; what is no block is left as it is.
  static String canonical(String block) {
    return Block.read(block).map(read -> text(read.masked()) + "/" + read.prefix()).orElse(block);
  }

  /// An address and how many of its bits are the network's.
  private record Block(InetAddress address, int prefix) {
    static Optional<Block> read(String text) {
      int slash = text.indexOf('/');
      try {
        InetAddress address = InetAddress.ofLiteral(text.substring(0, Math.max(0, slash)));
        int prefix = Integer.parseInt(text.substring(slash + 1));
        return prefix >= 0 && prefix <= address.getAddress().length * 8
            ? Optional.of(new Block(address, prefix))
            : Optional.empty();
      } catch (IllegalArgumentException e) {
        return Optional.empty();
      }
    }

    byte[] masked() {
      byte[] out = address.getAddress();
      for (int i = 0; i < out.length; i++) {
        int bits = Math.clamp(prefix - i * 8L, 0, 8);
        out[i] = (byte) (out[i] & (0xff << (8 - bits)));
      }
      return out;
    }
  }

  private static String text(byte[] address) {
    return address.length == 4 ? four(address) : six(address);
  }

  private static String four(byte[] address) {
    try {
      return Inet4Address.getByAddress(address).getHostAddress();
    } catch (java.net.UnknownHostException e) {
      throw new IllegalStateException("four bytes are an address", e);
    }
  }

  private static String six(byte[] address) {
    int[] groups = new int[8];
    for (int i = 0; i < 8; i++) {
      groups[i] = (address[2 * i] & 0xff) << 8 | (address[2 * i + 1] & 0xff);
    }
    int start = 0;
    int length = 1;
    for (int i = 0; i < 8; i++) {
      int zeros = zeros(groups, i);
      if (zeros > length) {
        start = i;
        length = zeros;
      }
    }
    return length == 1
        ? join(groups, 0, 8)
        : join(groups, 0, start) + "::" + join(groups, start + length, 8);
  }

  private static int zeros(int[] groups, int from) {
    int end = from;
    while (end < 8 && groups[end] == 0) {
      end++;
    }
    return end - from;
  }

  private static String join(int[] groups, int from, int to) {
    StringJoiner out = new StringJoiner(":");
    for (int i = from; i < to; i++) {
      out.add(Integer.toHexString(groups[i]));
    }
    return out.toString();
  }
}
