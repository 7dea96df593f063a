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

  /// The bits that all addresses of a block begin with, after a mark of their family, so that a
  /// block in another begins with its text; empty for what is neither a block nor an address.
  static Optional<String> bits(String block) {
    return Block.read(block.contains("/") ? block : block + (block.contains(":") ? "/128" : "/32"))
        .map(Block::bits);
  }

  /// A finding where a block or an address is not in another block; none where one is not known.
  static List<Problem> outside(
      Value.Fields attributes, String name, Value.Fields outer, String block, String of) {
    Optional<String> inner = attributes.text(name);
    Optional<String> around = outer.text(block);
    if (inner.isEmpty() || around.isEmpty()) {
      return List.of();
    }
    Optional<String> bits = bits(inner.get());
    Optional<String> prefix = bits(around.get());
    if (bits.isEmpty() || prefix.isEmpty() || bits.get().startsWith(prefix.get())) {
      return List.of();
    }
    return List.of(
        new Problem(
            Path.of(name),
            "an address is outside of the block that it belongs to",
            "`"
                + name
                + "` "
                + inner.get()
                + " is not in "
                + around.get()
                + ", the block of its "
                + of,
            "take one in " + around.get()));
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

    String bits() {
      byte[] bytes = address.getAddress();
      StringBuilder bits = new StringBuilder(bytes.length == 4 ? "4 " : "6 ");
      for (int i = 0; i < prefix; i++) {
        bits.append((bytes[i / 8] >> (7 - i % 8) & 1) == 1 ? '1' : '0');
      }
      return bits.toString();
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
