package dev.cairn.docker.form;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.api.value.Value;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MountsTest {
  private static Value normal(String... mounts) {
    return Mounts.normal(new Value.Items(Arrays.stream(mounts).<Value>map(Value::text).toList()));
  }

  @Test
  void aVolumeAndADirectoryOfTheHostAreToldApartByTheFirstCharacter() {
    Value.Fields volume = Known.fields(Known.items(normal("data:/d:ro")).getFirst());
    assertThat(volume.text("type")).hasValue("volume");
    assertThat(volume.flag("readOnly")).hasValue(true);
    assertThat(Known.fields(Known.items(normal("/etc:/e")).getFirst()).text("type"))
        .hasValue("bind");
    assertThat(Known.fields(Known.items(normal("/d")).getFirst()).has("source")).isFalse();
  }

  @Test
  void whatIsAsByDefaultIsLeftOut() {
    Value written =
        Value.Fields.of(
            Map.of(
                "type", Value.text("volume"),
                "source", Value.text("data"),
                "target", Value.text("/d/"),
                "readOnly", new Value.Flag(false)));
    assertThat(Mounts.normal(new Value.Items(List.of(written)))).isEqualTo(normal("data:/d"));
  }

  @Test
  void pathsThatAreRelativeAreFound() {
    assertThat(Mounts.relative(normal("./x:/x", "../y:/y", "/z:/z", "v:/v")))
        .containsExactlyInAnyOrder("./x", "../y");
  }

  @Test
  void whatGoesToTheEngineComesBackAsTheNormalForm() {
    Value mounts = normal("data:/d:ro", "/etc:/e:ro,rslave", "/anon", "/srv:/s:Z", "v:/n:nocopy");
    Value.Fields api =
        Value.Fields.of("Binds", Mounts.binds(mounts)).with("Mounts", Mounts.mounts(mounts));
    assertThat(Mounts.read(api)).isEqualTo(mounts);
  }

  @Test
  void everyOptionOfAShortFormIsKnownOrToldByItsName() {
    Value mounts = normal("data:/x:foo", "data:/y:ro,Foo,cached", "data:/z:", "/w:/w:rw,rprivate");
    assertThat(Mounts.unknownOptions(mounts)).containsExactlyInAnyOrder("foo", "Foo", "cached", "");
    assertThat(Mounts.understands(mounts)).isFalse();
    assertThat(Mounts.normal(mounts)).isEqualTo(mounts);
    assertThat(Mounts.understands(normal("/w:/w:rw,rprivate,Z"))).isTrue();
  }
}
