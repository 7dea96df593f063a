package dev.cairn.core.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CidrTest {
  @Test
  void blocksAreCutIntoNumberedBlocks() {
    assertThat(Cidr.parse("10.78.0.0/16").subnet(4, 2)).isEqualTo("10.78.32.0/20");
    assertThat(Cidr.parse("10.78.3.4/16").subnet(0, 0)).isEqualTo("10.78.0.0/16");
    assertThat(Cidr.parse("0.0.0.0/0").subnet(32, 4294967295L)).isEqualTo("255.255.255.255/32");
    assertThat(Cidr.parse("2001:db8::/32").subnet(16, 10)).isEqualTo("2001:db8:a::/48");
    assertThat(Cidr.parse("::/0").subnet(1, 1)).isEqualTo("8000::/1");
  }

  @Test
  void hostsAreCountedFromEitherEnd() {
    assertThat(Cidr.parse("10.0.1.0/24").host(5)).isEqualTo("10.0.1.5");
    assertThat(Cidr.parse("10.0.1.0/24").host(-1)).isEqualTo("10.0.1.255");
    assertThat(Cidr.parse("fd00::/64").host(255)).isEqualTo("fd00::ff");
    assertThat(Cidr.parse("1:0:0:2:0:0:0:0/64").host(0)).isEqualTo("1:0:0:2::");
    assertThat(Cidr.parse("::ffff:10.0.0.1/128").host(0)).isEqualTo("::ffff:a00:1");
  }

  @Test
  void whatIsNoBlockIsRefused() {
    for (String text :
        new String[] {
          "10.0.0.0", "10.0.0/8", "10.0.0.256/8", "10.0.0.0/33", "010.0.0.0/8", "::1::/64",
          "1:2:3:4:5:6:7/64", "12345::/64", "10.0.0.0/-1", "", "a/8", "1:2:3:4:5:6:7:8::/64"
        }) {
      assertThatThrownBy(() -> Cidr.parse(text)).describedAs(text).hasMessageContaining("CRN1315");
    }
    assertThatThrownBy(() -> Cidr.parse("10.0.0.0/30").subnet(2, 4))
        .hasMessageContaining("CRN1315");
    assertThatThrownBy(() -> Cidr.parse("10.0.0.0/30").subnet(3, 0))
        .hasMessageContaining("CRN1315");
    assertThatThrownBy(() -> Cidr.parse("10.0.0.0/30").subnet(1, -1))
        .hasMessageContaining("CRN1315");
    assertThatThrownBy(() -> Cidr.parse("10.0.0.0/30").host(4)).hasMessageContaining("CRN1315");
    assertThatThrownBy(() -> Cidr.parse("10.0.0.0/30").host(-5)).hasMessageContaining("CRN1315");
  }
}
