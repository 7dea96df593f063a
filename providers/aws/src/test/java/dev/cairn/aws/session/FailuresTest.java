package dev.cairn.aws.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;

class FailuresTest {
  @Test
  void aMissingRegionIsToldInOurWords() {
    assertThat(text("Unable to load region from any of the providers in the chain X@1824ab: []"))
        .isEqualTo("no AWS region: set `providers.aws.region` or AWS_REGION");
  }

  @Test
  void missingCredentialsAreToldInOurWords() {
    assertThat(text("Unable to load credentials from any of the providers X@1824ab: []"))
        .startsWith("no AWS credentials: ");
  }

  @Test
  void noObjectInMemoryIsNamed() {
    assertThat(text("a.b.Client$Inner@1824abcd failed")).isEqualTo("the client failed");
  }

  private static String text(String message) {
    return Failures.of("ec2:DescribeVpcs", SdkClientException.create(message)).text();
  }
}
