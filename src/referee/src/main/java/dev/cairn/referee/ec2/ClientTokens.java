package dev.cairn.referee.ec2;

import dev.cairn.referee.Exchange;
import dev.cairn.referee.Hook;
import dev.cairn.referee.Verdict;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/// A call with the token of an earlier one is that call: the same parameters have the same answer
/// and nothing is made again, others are an `IdempotentParameterMismatch` (EC2 user guide,
/// "Ensuring idempotency"). moto makes another object.
public final class ClientTokens implements Hook {
  private static final String TOKEN = "ClientToken";

  private record Key(String api, String token) {}

  private record Answered(SortedMap<String, String> arguments, String body) {}

  private final Map<Key, Answered> answered = new ConcurrentHashMap<>();

  @Override
  public Verdict beforeForward(Exchange exchange) {
    Answered before = key(exchange).map(answered::get).orElse(null);
    if (before == null) {
      return Verdict.PASS;
    }
    return before.arguments().equals(request(exchange))
        ? new Verdict.Answer(200, "text/xml;charset=UTF-8", before.body())
        : Refusal.of(
            "IdempotentParameterMismatch",
            "The client token was used with other parameters: " + key(exchange).orElseThrow());
  }

  @Override
  public Verdict afterForward(Exchange exchange, int status, Optional<byte[]> body) {
    if (status == 200 && body.isPresent()) {
      String text = new String(body.get(), StandardCharsets.UTF_8);
      key(exchange).ifPresent(key -> answered.put(key, new Answered(request(exchange), text)));
    }
    return Verdict.PASS;
  }

  private static Optional<Key> key(Exchange exchange) {
    return exchange.api().startsWith("ec2:")
        ? Optional.ofNullable(exchange.arguments().get(TOKEN))
            .map(token -> new Key(exchange.api(), token))
        : Optional.empty();
  }

  private static SortedMap<String, String> request(Exchange exchange) {
    SortedMap<String, String> request = new TreeMap<>(exchange.arguments());
    request.remove(TOKEN);
    return request;
  }
}
