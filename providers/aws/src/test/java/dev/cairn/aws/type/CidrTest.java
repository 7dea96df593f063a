package dev.cairn.aws.type;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CidrTest {
  @ParameterizedTest
  @CsvSource({
    "10.1.2.3/8, 10.0.0.0/8",
    "10.0.0.0/16, 10.0.0.0/16",
    "255.255.255.255/31, 255.255.255.254/31",
    "1.2.3.4/0, 0.0.0.0/0",
    "0:0:0:0:0:0:0:0/0, ::/0",
    "2001:DB8:0:0:1:0:0:1/128, 2001:db8::1:0:0:1/128",
    "2001:db8:1:2:3:4:5:6/64, 2001:db8:1:2::/64",
    "2001:db8:0:1:1:1:1:1/128, 2001:db8:0:1:1:1:1:1/128",
    "10.0.0.0/33, 10.0.0.0/33",
    "not a block/8, not a block/8",
    "10.0.0.0, 10.0.0.0"
  })
  void aBlockIsWrittenAsEc2WritesIt(String written, String canonical) {
    assertThat(Cidr.canonical(written)).isEqualTo(canonical);
  }
}
