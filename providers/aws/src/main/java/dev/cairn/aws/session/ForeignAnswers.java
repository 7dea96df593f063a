package dev.cairn.aws.session;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/// Turns away what the API cannot have said: a proxy's page, a redirect, half a document. The SDK
/// takes any document for an answer in which everything is empty.
final class ForeignAnswers implements ExecutionInterceptor {
  /// How every answer of the query protocols ends.
  private static final Pattern WHOLE = Pattern.compile("<[^<>]*Response\\s*/?>\\s*\\z");

  private static final int LONGEST_END = 200;

  @Override
  public Optional<InputStream> modifyHttpResponseContent(
      Context.ModifyHttpResponse context, ExecutionAttributes attributes) {
    int status = context.httpResponse().statusCode();
    if (status >= 400) {
      return context.responseBody();
    }
    byte[] body = context.responseBody().map(ForeignAnswers::whole).orElseGet(() -> new byte[0]);
    if (status >= 300 || !WHOLE.matcher(end(body)).find()) {
      throw foreign(
          new IOException(
              "what answers with HTTP status " + status + " does not speak as the API"));
    }
    return Optional.of(new ByteArrayInputStream(body));
  }

  private static String end(byte[] body) {
    int from = Math.max(0, body.length - LONGEST_END);
    return new String(body, from, body.length - from, StandardCharsets.UTF_8);
  }

  private static byte[] whole(InputStream body) {
    try (body) {
      return body.readAllBytes();
    } catch (IOException e) {
      throw foreign(e);
    }
  }

  private static SdkClientException foreign(IOException cause) {
    return SdkClientException.create(String.valueOf(cause.getMessage()), cause);
  }
}
