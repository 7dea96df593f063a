package dev.cairn.docker.remote;

import dev.cairn.docker.remote.Exchange.Unanswered;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLHandshakeException;

/// What an exception of the transport means.
final class Trouble {
  /// With these, no request has left this machine.
  private static final List<Class<? extends Exception>> BEFORE =
      List.of(
          ConnectException.class,
          NoRouteToHostException.class,
          UnknownHostException.class,
          SSLHandshakeException.class);

  private Trouble() {}

  static Unanswered of(Throwable trouble) {
    List<Throwable> chain = new ArrayList<>();
    for (Throwable at = trouble; at != null && chain.size() < 16; at = at.getCause()) {
      chain.add(at);
    }
    Throwable last = chain.getLast();
    boolean before =
        chain.stream().anyMatch(at -> BEFORE.stream().anyMatch(kind -> kind.isInstance(at)));
    String text = last.getMessage() == null ? last.getClass().getSimpleName() : last.getMessage();
    return new Unanswered(!before, last.getClass().getSimpleName(), text);
  }
}
