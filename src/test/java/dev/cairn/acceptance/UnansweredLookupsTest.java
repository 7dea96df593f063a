package dev.cairn.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.acceptance.parts.Cairn;
import dev.cairn.acceptance.parts.Shell;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What keeps lookups from being answered is said once, with all of them.
class UnansweredLookupsTest {
  @TempDir Path directory;

  @Test
  void oneCauseIsOneErrorWithAllTheLookupsThatItKeepsFromAnAnswer() {
    Cairn cairn = new Cairn(directory).with("AWS_ENDPOINT_URL", "http://127.0.0.1:1").begin();
    cairn.commit(
        """
        stack: asking
        providers: { aws: { region: us-east-1 } }
        lookups:
          zones: { type: aws.availabilityZones }
          more: { type: aws.availabilityZones, filters: { state: [ available ] } }
          image: { type: aws.image, owners: [ self ] }
        resources:
          vpc: { type: aws.vpc, cidrBlock: 10.0.0.0/16, tags: { Zone: "${zones.names[0]}" } }
        """);
    Shell.Result plan = cairn.run("plan");
    assertThat(plan.exit()).isEqualTo(1);
    assertThat(plan.err())
        .containsOnlyOnce("CRN3032")
        .contains("AWS us-east-1 cannot be reached", "`image`, `more`, `zones`");
  }
}
