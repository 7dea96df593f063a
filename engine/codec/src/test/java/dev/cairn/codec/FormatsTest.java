package dev.cairn.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.api.address.Address;
import dev.cairn.api.address.Path;
import dev.cairn.api.address.Uid;
import dev.cairn.api.diagnostic.Diagnostic;
import dev.cairn.api.diagnostic.DiagnosticException;
import dev.cairn.api.plan.Plan;
import dev.cairn.api.plan.StepKey;
import dev.cairn.api.resource.Recorded;
import dev.cairn.api.resource.RemoteObject;
import dev.cairn.api.state.Intent;
import dev.cairn.api.value.Residual;
import dev.cairn.api.value.Value;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormatsTest {
  private final RecordFormat record = new RecordFormat(Seal.MARK);
  private final PlanFormat plan = new PlanFormat(Seal.MARK);

  @Test
  void theFileOfARecordIsSmallAndReadable() {
    assertThat(record.write(Samples.recorded("subnet[\"a\"]")))
        .isEqualTo(
            """
            {
              "address": "subnet[\\"a\\"]",
              "dependsOn": ["other"],
              "format": 1,
              "objects": [
                {
                  "attributes": {
                    "cidrBlock": "10.0.0.0/16",
                    "id": "vpc-1",
                    "weight": {
                      "$number": 2
                    }
                  },
                  "complete": true,
                  "id": "vpc-1",
                  "madeBy": "01RUN.3",
                  "role": "current",
                  "scope": {
                    "credential": "default",
                    "provider": "aws",
                    "settings": {
                      "region": "eu-west-1"
                    }
                  },
                  "set": ["cidrBlock", "tags[\\"a b\\"]"]
                }
              ],
              "run": "01RUN",
              "schemaVersion": 1,
              "sourceCommit": "abc",
              "type": "aws.vpc",
              "uid": "01UID"
            }
            """);
  }

  @Test
  void aRecordIsReadAgainAsItWas() {
    Recorded recorded = Samples.recorded("vpc");
    assertThat(record.read(record.write(recorded), "vpc.json")).isEqualTo(recorded);
  }

  @Test
  void aSecretIsNotInTheFileOfItsRecord() {
    Value.Fields attributes =
        Value.Fields.of(
            "password",
            new Value.Sensitive(new Value.Text("hunter2"), new Residual.Secret("env:PW")));
    Recorded old = Samples.recorded("db");
    RemoteObject object =
        new RemoteObject(
            RemoteObject.Role.CURRENT,
            "db-1",
            Samples.SCOPE,
            null,
            attributes,
            new TreeSet<>(),
            true);
    Recorded recorded =
        new Recorded(
            old.address(),
            new Uid("01"),
            old.type(),
            1,
            List.of(object),
            old.dependsOn(),
            old.lifecycle(),
            null,
            "01RUN",
            null);
    String text = record.write(recorded);
    assertThat(text).doesNotContain("hunter2");
    assertThat(record.read(text, "db.json").current().orElseThrow().attributes().sensitive())
        .isTrue();
  }

  @Test
  void aPlanThatWasEditedIsRefusedThoughTheDigestLeavesThePlaceOut() {
    String edited =
        plan.write(Samples.plan())
            .replaceFirst("\"sourceCommit\": \"[^\"]*\"", "\"sourceCommit\": \"x\"");
    assertThat(refusal(() -> plan.read(edited, "p")).code()).isEqualTo("CRN4015");
    String bare = plan.write(Samples.plan()).replaceFirst("\"checksum\": \"[^\"]*\",", "");
    assertThat(refusal(() -> plan.read(bare, "p")).code()).isEqualTo("CRN4015");
  }

  @Test
  void aPlanIsReadAgainAsItWasButForWhatIsOnlyShown() {
    Plan sample = Samples.plan();
    Plan kept =
        new Plan(
            sample.header(),
            sample.steps(),
            List.of(),
            0,
            Value.Fields.EMPTY,
            sample.reads(),
            List.of(),
            sample.approval());
    assertThat(plan.read(plan.write(sample), "plan.json")).isEqualTo(kept);
  }

  @Test
  void anIntentIsReadAgainAsItWas() {
    Intent intent =
        new Intent(
            "01RUN",
            new Intent.Holder("ann", "host", "boot", 4711, 99, "2026-01-02T03:04:05Z", ""),
            Samples.plan(),
            new TreeMap<>(Map.of(Samples.SUBNET, new Uid("01UID"))));
    IntentFormat format = new IntentFormat(Seal.MARK);
    assertThat(format.read(format.write(intent), "01RUN.json")).isEqualTo(intent);
  }

  @Test
  void outputsAreReadAgainAsTheyWere() {
    ContentFormat format = new ContentFormat(Seal.MARK);
    Value.Fields content =
        Value.Fields.of(Map.of("$odd", new Value.Decimal(1), "format", new Value.Whole(9)));
    assertThat(format.read(format.write(content), "outputs.json")).isEqualTo(content);
  }

  @Test
  void theRootHoldsTheLineage() {
    assertThat(RootFormat.read(RootFormat.write("01L"), "cairn.json")).isEqualTo("01L");
  }

  @Test
  void aNewerFormatIsRefusedWithTheVersionToInstall() {
    String newer = record.write(Samples.recorded("vpc")).replace("\"format\": 1", "\"format\": 2");
    Diagnostic unnamed = refusal(() -> record.read(newer, "vpc.json"));
    assertThat(unnamed.code()).isEqualTo("CRN4001");
    String named = newer.replaceFirst("\\{", "{\"needs\": \"3.1\",");
    assertThat(refusal(() -> record.read(named, "vpc.json")).suggestions())
        .containsExactly("install Cairn 3.1 or newer");
    String newerPlan =
        plan.write(Samples.plan()).replace("\"formatVersion\": 1", "\"formatVersion\": 9");
    assertThat(refusal(() -> plan.read(newerPlan, "p")).code()).isEqualTo("CRN4002");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "[]", "{\"format\": 0}", "{\"format\": 1}", "{\"format\": 1,"})
  void aDamagedFileIsRefused(String text) {
    Diagnostic refusal = refusal(() -> record.read(text, "a/vpc.json"));
    assertThat(refusal.code()).isEqualTo("CRN4003");
    assertThat(refusal.detail()).startsWith("a/vpc.json: ");
    assertThat(refusal(() -> plan.read(text, "p")).code()).isEqualTo("CRN4004");
  }

  private static Diagnostic refusal(ThrowingCallable read) {
    DiagnosticException thrown =
        org.assertj.core.api.Assertions.catchThrowableOfType(DiagnosticException.class, read);
    assertThat(thrown).isNotNull();
    return thrown.diagnostics().getFirst();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "vpc|vpc.json",
        "subnet[\"a\"]|subnet/a.json",
        "edge.subnet[\"a\"]|edge/subnet/a.json",
        "edge[\"eu\"].vpc|edge/eu/vpc.json",
        "x[\"a/b\"]|x/a%2Fb.json",
        "x[\"..\"]|x/%2E%2E.json",
        "x[\".git\"]|x/%2Egit.json",
        "x[\"a.json\"]|x/a%2Ejson.json",
        "x[\"%\"]|x/%25.json",
        "x[\"\"]|x/%.json",
        "x[\"10.0.0.1\"]|x/10.0.0.1.json",
        "x[\"é\"]|x/é.json"
      })
  void aResourceIsFoundByItsAddress(String address, String path) {
    assertThat(new StatePaths("dc", "default").resource(Address.parse(address)))
        .isEqualTo("dc/default/resources/" + path);
  }

  @ParameterizedTest
  @ValueSource(strings = {"vpc:create", "subnet[\"a:b#1\"]:delete#2", "edge[\"a.b\"].vpc:settle"})
  void stepKeysAreReadAgain(String text) {
    assertThat(StepKey.parse(text)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "a", "a.b", "tags[\"a b\"]", "[\"a]\\\"\\\\\"].b", "a[\"\"][\"x.y\"]"})
  void pathsAreReadAgain(String text) {
    assertThat(Path.parse(text)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {".", "a.", "a..b", "a[\"b", "a[b]", "a[\"b\"]c"})
  void brokenPathsAreRefused(String text) {
    assertThatThrownBy(() -> Path.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
