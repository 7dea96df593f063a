package dev.cairn.aws.session;

import dev.cairn.api.resource.Scope;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.api.RetryStrategy;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.sts.StsClient;

/// The clients of one scope with one way to retry; each is built when it is first asked for.
/// Credentials come from the SDK's default chain and nowhere else.
final class ClientSet implements AutoCloseable {
  private static final Duration CALL = Duration.ofSeconds(60);
  private final Scope scope;
  private final SdkHttpClient http;
  private final RetryStrategy retries;
  private @Nullable Ec2Client ec2;
  private @Nullable AutoScalingClient autoScaling;
  private @Nullable StsClient sts;

  ClientSet(Scope scope, SdkHttpClient http, RetryStrategy retries) {
    this.scope = scope;
    this.http = http;
    this.retries = retries;
  }

  synchronized Ec2Client ec2() {
    Ec2Client client = ec2;
    if (client == null) {
      client = configured(Ec2Client.builder()).build();
      ec2 = client;
    }
    return client;
  }

  synchronized AutoScalingClient autoScaling() {
    AutoScalingClient client = autoScaling;
    if (client == null) {
      client = configured(AutoScalingClient.builder()).build();
      autoScaling = client;
    }
    return client;
  }

  synchronized StsClient sts() {
    StsClient client = sts;
    if (client == null) {
      client = configured(StsClient.builder()).build();
      sts = client;
    }
    return client;
  }

  private <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> B configured(
      B builder) {
    ClientOverrideConfiguration.Builder override =
        ClientOverrideConfiguration.builder()
            .apiCallTimeout(CALL)
            .retryStrategy(retries)
            .addExecutionInterceptor(new ForeignAnswers());
    if (scope.credential() != null) {
      override.defaultProfileName(scope.credential());
    }
    scope.settings().text("region").ifPresent(region -> builder.region(Region.of(region)));
    scope
        .settings()
        .text("endpoint")
        .ifPresent(endpoint -> builder.endpointOverride(URI.create(endpoint)));
    return builder.httpClient(http).overrideConfiguration(override.build());
  }

  @Override
  public synchronized void close() {
    for (AutoCloseable client : new @Nullable AutoCloseable[] {ec2, autoScaling, sts}) {
      if (client != null) {
        try {
          client.close();
        } catch (Exception e) {
          throw new IllegalStateException("closing a client does no I/O", e);
        }
      }
    }
  }
}
