package dev.cairn.aws.type;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.api.value.Value;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CidrTest {
  @Test
  void theBlockOfANetworkWithBitsBeyondItsPrefixIsAQuestion() {
    Value.Fields written = Value.Fields.of("cidrBlock", Value.text("10.38.0.1/16"));
    for (AwsType type : List.of(new Vpc(), new Subnet())) {
      assertThat(type.normalize(written)).isEqualTo(written);
      assertThat(type.check(type.normalize(written)))
          .singleElement()
          .satisfies(
              problem -> assertThat(problem.suggestion()).isEqualTo("did you mean 10.38.0.0/16?"));
      assertThat(type.check(Value.Fields.of("cidrBlock", Value.text("10.38.0.0/16")))).isEmpty();
    }
    Value.Fields six = Value.Fields.of("ipv6CidrBlock", Value.text("2001:DB8:0:0::/64"));
    assertThat(new Subnet().normalize(six).text("ipv6CidrBlock")).contains("2001:db8::/64");
    assertThat(new Subnet().check(new Subnet().normalize(six))).isEmpty();
  }

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
