package dev.cairn.aws.session;

import dev.cairn.api.resource.Failure;
import dev.cairn.api.resource.Failure.Kind;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;

/// What went wrong with a call, out of the SDK's exception.
final class Failures {
  private Failures() {}

  static Failure of(String call, SdkException exception) {
    return exception instanceof AwsServiceException service
        ? answered(call, service)
        : unanswered(call, exception);
  }

  private static Failure answered(String call, AwsServiceException exception) {
    Optional<AwsErrorDetails> details = Optional.ofNullable(exception.awsErrorDetails());
    Optional<String> code = details.map(AwsErrorDetails::errorCode).filter(text -> !text.isEmpty());
    Kind kind =
        exception.isThrottlingException()
            ? Kind.THROTTLED
            : code.map(name -> ErrorCodes.kind(name, exception.statusCode()))
                .orElseGet(() -> ErrorCodes.withoutCode(exception.statusCode()));
    return new Failure(
        kind,
        call,
        code.orElse("HTTP " + exception.statusCode()),
        exception.requestId(),
        null,
        details.map(AwsErrorDetails::errorMessage).orElse("no reason was given"));
  }

  /// Without an answer, and without a connection's failure, it is the client that could not make
  /// the call: there are no credentials, or no region.
  private static Failure unanswered(String call, SdkException exception) {
    boolean remote =
        exception instanceof ApiCallTimeoutException
            || exception instanceof ApiCallAttemptTimeoutException
            || exception instanceof AbortedException
            || cause(exception) instanceof IOException;
    return new Failure(
        remote ? Kind.UNAVAILABLE : Kind.DENIED,
        call,
        name(remote ? cause(exception) : exception, exception),
        null,
        null,
        remote ? plain(exception.getMessage()) : missing(exception.getMessage()));
  }

  /// What the client lacks, in our words: its own name its classes.
  private static String missing(@Nullable String message) {
    String lower = String.valueOf(message).toLowerCase(Locale.ROOT);
    if (lower.contains("region")) {
      return "no AWS region: set `providers.aws.region` or AWS_REGION";
    }
    if (lower.contains("credential") || lower.contains("profile")) {
      return "no AWS credentials: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or AWS_PROFILE";
    }
    return plain(message);
  }

  /// Without the names of objects in memory.
  private static String plain(@Nullable String message) {
    return String.valueOf(message).replaceAll("[\\w.$]+@[0-9a-f]{4,}", "the client");
  }

  private static String name(@Nullable Throwable named, SdkException exception) {
    return (named == null ? exception : named).getClass().getSimpleName();
  }

  private static @Nullable Throwable cause(Throwable exception) {
    Throwable cause = exception.getCause();
    while (cause != null && !(cause instanceof IOException)) {
      cause = cause.getCause();
    }
    return cause;
  }
}
