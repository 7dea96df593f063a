package dev.cairn.docker.remote;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.api.provider.ResourceType;
import dev.cairn.api.value.Value;
import dev.cairn.docker.DockerProvider;
import dev.cairn.docker.type.Setting;
import dev.cairn.docker.type.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The schemas and the code know the same attributes.
class SchemaContractTest {
  /// Attributes of a container that are more than one field of the API.
  private static final Set<String> STRUCTURED =
      Set.of("host", "image", "name", "state", "ports", "volumes", "networks", "platform");

  static Stream<ResourceType> types() {
    return new DockerProvider().types().stream();
  }

  private static Value.Fields schema(String name) throws IOException {
    String path = "/dev/cairn/schema/types/docker/" + name + ".json";
    try (InputStream in = SchemaContractTest.class.getResourceAsStream(path)) {
      assertThat(in).as(path).isNotNull();
      return (Value.Fields) Json.read(in.readAllBytes()).orElseThrow();
    }
  }

  private static boolean computed(Value attribute) {
    return ((Value.Fields) attribute).flag("readOnly").orElse(false);
  }

  @ParameterizedTest
  @MethodSource("types")
  void everyTypeHasASchemaOfItsName(ResourceType type) throws IOException {
    assertThat(schema(type.name().name()).text("title")).hasValue(type.name().toString());
  }

  @ParameterizedTest
  @MethodSource("types")
  void everyAttributeIsDescribed(ResourceType type) throws IOException {
    described(schema(type.name().name()));
  }

  private static void described(Value.Fields object) {
    object
        .fields("properties")
        .fields()
        .forEach((name, property) -> {
          assertThat(((Value.Fields) property).text("description")).as(name).isPresent();
          described((Value.Fields) property);
        });
  }

  @Test
  void theSettingsOfAContainerAreThoseOfItsSchema() throws IOException {
    Set<String> settable = new TreeSet<>();
    schema("container")
        .fields("properties")
        .fields()
        .forEach((name, attribute) -> {
          if (!computed(attribute)) {
            settable.add(name);
          }
        });
    Set<String> known = new TreeSet<>(STRUCTURED);
    Settings.ALL.forEach(setting -> known.add(setting.name()));
    assertThat(known).isEqualTo(settable);
  }

  @Test
  void whatTheEngineChangesLiveIsNotImmutableInTheSchemaAndEverythingElseIs() throws IOException {
    Value.Fields properties = schema("container").fields("properties");
    for (Setting setting : Settings.ALL) {
      assertThat(properties.fields(setting.name()).flag("x-immutable").orElse(false))
          .as(setting.name())
          .isEqualTo(!setting.live());
    }
  }

  /// An engine or a plugin may add to any map by its own defaults.
  @ParameterizedTest
  @MethodSource("types")
  void ofAMapOnlyTheUsersKeysAreCompared(ResourceType type) throws IOException {
    maps(type.name().name(), schema(type.name().name()));
  }

  private static void maps(String at, Value.Fields object) {
    object
        .fields("properties")
        .fields()
        .forEach((name, value) -> {
          Value.Fields attribute = (Value.Fields) value;
          boolean settable = !computed(attribute) && !attribute.flag("writeOnly").orElse(false);
          if (settable && map(attribute)) {
            assertThat(attribute.text("x-compare").orElse("strict"))
                .as(at + "." + name)
                .isIn("ownedKeys", "initial");
          }
          maps(at + "." + name, attribute);
        });
  }

  private static boolean map(Value.Fields attribute) {
    boolean first =
        attribute.items("anyOf").stream()
            .findFirst()
            .filter(form -> map((Value.Fields) form))
            .isPresent();
    return first
        || attribute.get("additionalProperties").filter(Value.Fields.class::isInstance).isPresent();
  }

  @Test
  void labelsThatTheEngineSwitchesOffAreNotTheUsersUnlessTheyAskForIt() {
    Value.Fields inspected =
        Bench.json(
            "{\"HostConfig\": {\"SecurityOpt\": [\"label=disable\", \"no-new-privileges\"]}}");
    Value.Fields asked = Bench.json("{\"securityOpt\": [\"label=disable\"]}");
    assertThat(security(inspected, Value.Fields.EMPTY))
        .containsExactly(Value.text("no-new-privileges"));
    assertThat(security(inspected, asked)).hasSize(2);
  }

  private static List<Value> security(Value.Fields inspected, Value.Fields recorded) {
    return new Inspection(inspected, recorded, name -> Optional.empty())
        .attributes()
        .items("securityOpt");
  }

  @Test
  void whatIsReadOfAContainerIsInItsSchema() throws IOException {
    Value.Fields inspected =
        Bench.json(
            """
            {"Id": "4c01db0b339c", "Name": "/web", "Image": "sha256:1",
             "State": {"Status": "running", "Health": {"Status": "healthy"}},
             "Config": {"Image": "app:1", "Labels": {"cairn:id": "x", "a": "b"}, "Env": ["A=b"]},
             "HostConfig": {"NetworkMode": "n", "PortBindings": {"80/tcp": [{"HostPort": "80"}]}},
             "NetworkSettings": {
               "Networks": {"n": {"IPAddress": "10.0.0.2", "Aliases": ["web", "4c01db0b339c"]}},
               "Ports": {"80/tcp": [{"HostIp": "0.0.0.0", "HostPort": "80"}]}}}
            """);
    Value.Fields recorded = Bench.json("{\"host\": \"engine\", \"platform\": \"linux/amd64\"}");
    Value.Fields read = new Inspection(inspected, recorded, name -> Optional.empty()).attributes();
    assertThat(schema("container").fields("properties").fields().keySet())
        .containsAll(read.fields().keySet());
    assertThat(read.fields("labels")).isEqualTo(Bench.json("{\"a\": \"b\"}"));
    assertThat(read.items("networks"))
        .isEqualTo(List.of(Bench.json("{\"network\": \"n\", \"aliases\": [\"web\"]}")));
    assertThat(read.text("ipAddress")).hasValue("10.0.0.2");
  }
}
