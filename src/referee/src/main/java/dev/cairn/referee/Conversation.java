package dev.cairn.referee;

import dev.cairn.referee.http.Body;
import dev.cairn.referee.http.Head;
import dev.cairn.referee.http.Wire;
import java.io.IOException;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// One client's connection, from its first request to its end.
final class Conversation {
  private final Wire client;
  private final SocketAddress upstream;
  private final Bench bench;
  private @Nullable Wire service;

  Conversation(Wire client, SocketAddress upstream, Bench bench) {
    this.client = client;
    this.upstream = upstream;
    this.bench = bench;
  }

  /// Answers requests until either side has enough.
  void run() throws IOException {
    try {
      boolean more = true;
      while (more) {
        Optional<Head> head = Head.read(client);
        more = head.isPresent() && answer(head.get());
      }
    } finally {
      client.close();
      if (service != null) {
        service.close();
      }
    }
  }

  /// @return whether another request may follow
  private boolean answer(Head asked) throws IOException {
    if (asked.says("Expect", "100-continue")) {
      client.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    }
    Head head = asked.without("Expect");
    Body body = Body.ofRequest(head);
    boolean whole = bench.dialect().reads(head);
    byte[] framed = whole ? body.read(client) : new byte[0];
    Exchange exchange = bench.dialect().read(head, body.content(framed));
    Note note = bench.begin(exchange);
    Verdict verdict = bench.before(head, exchange);
    Wire target = null;
    switch (verdict) {
      case Verdict.Answer _, Verdict.Drop _ -> {
        return conclude(verdict, exchange, note) && (whole || body instanceof Body.None);
      }
      case Verdict.Rewrite(UnaryOperator<String> form) when whole -> {
        String text = new String(body.content(framed), StandardCharsets.UTF_8);
        byte[] other = form.apply(text).getBytes(StandardCharsets.UTF_8);
        target = connected();
        target.write(head.withLength(other.length).bytes());
        target.write(other);
        return reply(target, exchange, note);
      }
      case Verdict.Rewrite _ -> throw new IOException("a body that is passed on as it comes");
      case Verdict.Pass _ -> target = connected();
    }
    target.write(head.bytes());
    if (whole) {
      target.write(framed);
    } else {
      body.copy(client, target::write);
    }
    return reply(target, exchange, note);
  }

  private boolean reply(Wire from, Exchange exchange, Note note) throws IOException {
    Head head = Head.read(from).orElse(null);
    if (head == null) {
      return false;
    }
    int status = head.status();
    if (status >= 100 && status < 200 && status != 101) {
      client.write(head.bytes());
      return reply(from, exchange, note);
    }
    Body body = Body.ofResponse(head, exchange.method());
    Optional<byte[]> held =
        bench.dialect().holdsAnswers() ? Optional.of(body.read(from)) : Optional.empty();
    Verdict verdict = bench.after(exchange, status, held.map(body::content));
    if (!(verdict instanceof Verdict.Pass)) {
      return conclude(verdict, exchange, note);
    }
    note.ended(status, false);
    client.write(head.bytes());
    if (status == 101 || raw(head, body)) {
      new Tunnel(client, from).run();
      return false;
    }
    if (held.isPresent()) {
      client.write(held.get());
    } else {
      body.copy(from, client::write);
    }
    bench.replied(exchange, status);
    return lasts(head, body, from);
  }

  /// A stream in both directions that is no HTTP any more, on engines that do not say so by status
  /// 101.
  private static boolean raw(Head head, Body body) {
    return body instanceof Body.UntilClose && head.says("Content-Type", "vnd.docker");
  }

  private boolean lasts(Head head, Body body, Wire from) throws IOException {
    boolean closes =
        head.says("Connection", "close")
            || body instanceof Body.UntilClose
            || (head.word(0).equals("HTTP/1.0") && !head.says("Connection", "keep-alive"));
    if (closes) {
      from.close();
      service = null;
    }
    return !closes;
  }

  private boolean conclude(Verdict verdict, Exchange exchange, Note note) throws IOException {
    if (verdict instanceof Verdict.Answer answer) {
      note.ended(answer.status(), true);
      client.write(answer.bytes(!exchange.method().equals("HEAD")));
      bench.replied(exchange, answer.status());
      if (service != null) {
        service.close();
        service = null;
      }
      return true;
    }
    return false;
  }

  private Wire connected() throws IOException {
    Wire open = service;
    if (open == null || open.ended()) {
      if (open != null) {
        open.close();
      }
      open = Wire.to(upstream);
      service = open;
    }
    return open;
  }

  /// Notes a call in the ledger.
  record Note(Ledger ledger, long number, long since) {
    void ended(int status, boolean refused) {
      ledger.ended(number, status, refused, Duration.ofNanos(System.nanoTime() - since));
    }
  }

  /// Who watches: the same for all connections of a referee.
  record Bench(String name, Dialect dialect, Ledger ledger, Referee rules) {
    Note begin(Exchange exchange) {
      Entry entry =
          new Entry(
              Instant.now(),
              name,
              exchange.api(),
              exchange.mutating(),
              exchange.dryRun(),
              exchange.arguments(),
              0,
              false,
              Duration.ZERO);
      return new Note(ledger, ledger.begun(entry), System.nanoTime());
    }

    Verdict before(Head head, Exchange exchange) {
      if (exchange.mutating() && rules.refusesWrites()) {
        return dialect.refusal(head, exchange);
      }
      return first(rules.hooks().stream().map(hook -> hook.beforeForward(exchange)).toList());
    }

    Verdict after(Exchange exchange, int status, Optional<byte[]> body) {
      return first(
          rules.hooks().stream().map(hook -> hook.afterForward(exchange, status, body)).toList());
    }

    void replied(Exchange exchange, int status) {
      rules.hooks().forEach(hook -> hook.afterReply(exchange, status));
    }

    private static Verdict first(List<Verdict> verdicts) {
      return verdicts.stream()
          .filter(verdict -> !(verdict instanceof Verdict.Pass))
          .findFirst()
          .orElse(Verdict.PASS);
    }
  }
}
