package dev.cairn.core.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.api.address.Address;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressPatternTest {
  @ParameterizedTest
  @CsvSource({
    "data, data, true",
    "data, data2, false",
    "data, data[a], false",
    "data[a], data[a], true",
    "data[*], data[a], true",
    "data[*], data, false",
    "d*a, data, true",
    "edge.*, edge.data, true",
    "edge.*, data, false",
    "data[a.*], data[ab], false",
    "*, data[a], true",
  })
  void aPatternFitsTheWholeAddress(String pattern, String address, boolean fits) {
    assertThat(AddressPattern.parse(pattern).matches(Address.parse(address))).isEqualTo(fits);
  }

  @Test
  void keysMayBeQuoted() {
    assertThat(AddressPattern.parse("data[\"a\"]").matches(Address.parse("data[a]"))).isTrue();
    assertThat(AddressPattern.parse("data[\"a*\"]").matches(Address.parse("data[a1]"))).isTrue();
  }

  @Test
  void whatIsNoAddressIsNoPattern() {
    assertThatThrownBy(() -> AddressPattern.parse("a b"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
