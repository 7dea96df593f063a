package dev.cairn.docker.form;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.api.value.Value;
import org.junit.jupiter.api.Test;

class PermissionsTest {
  @Test
  void theEngineGetsTheNumberThatTheOctalTextMeans() {
    for (String text : new String[] {"0777", "0o777", "01777", "00", "0640"}) {
      Value normal = Permissions.BITS.normal(Value.text(text));
      Value api = Permissions.BITS.toApi(normal);
      assertThat(api).isEqualTo(new Value.Whole(Long.parseLong(text.replace("o", ""), 8)));
      assertThat(Permissions.BITS.normal(normal)).isEqualTo(normal);
      if (!api.equals(new Value.Whole(0))) {
        assertThat(Permissions.BITS.fromApi(api)).contains(normal);
      }
    }
  }
}
