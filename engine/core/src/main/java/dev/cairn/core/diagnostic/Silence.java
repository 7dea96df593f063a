package dev.cairn.core.diagnostic;

import dev.cairn.api.resource.Failure;
import dev.cairn.api.resource.Scope;
import java.util.Collection;
import java.util.stream.Collectors;

/// Why a place, an account or an engine, does not tell what is there.
///
/// @param first of the failures
public record Silence(Scope scope, Failure first) {
  private static final int NAMED = 5;

  public static Silence of(Scope scope, Failure failure) {
    return new Silence(scope, failure);
  }

  /// Whether it is one cause. A place that cannot be reached, or takes no credentials any more, is
  /// one for whatever is asked; other refusals are of one call.
  public boolean like(Silence other) {
    return scope.place().equals(other.scope.place())
        && first.kind() == other.first.kind()
        && (whole()
            || (first.call().equals(other.first.call())
                && first.code().equals(other.first.code())
                && first.text().equals(other.first.text())));
  }

  /// Whether nothing of the place can be read, whatever is asked.
  public boolean whole() {
    return switch (first.kind()) {
      case UNAVAILABLE, EXPIRED -> true;
      case NOT_FOUND, EXISTS, DENIED, THROTTLED, CONFLICT, QUOTA, REJECTED -> false;
    };
  }

  /// The place and what is wrong with it.
  public String words() {
    String verb =
        switch (first.kind()) {
          case UNAVAILABLE -> scope.host() == null ? " cannot be reached" : " does not answer";
          case EXPIRED -> " no longer takes the credentials";
          case DENIED -> " does not let them be read";
          case THROTTLED -> " is asked too often";
          case NOT_FOUND, EXISTS, CONFLICT, QUOTA, REJECTED -> " refuses the read";
        };
    return scope.place() + verb + ": " + first.call() + " " + first.code() + ": " + first.text();
  }

  /// What to do first.
  public String remedy() {
    return switch (first.kind()) {
      case UNAVAILABLE ->
          scope.host() == null
              ? "see that its region and endpoint are right and that the network leads there, and"
                  + " plan again"
              : "see that the engine runs and its endpoint is right, and plan again";
      case EXPIRED -> "renew the credentials and plan again";
      case DENIED -> "see that the credentials are there and may call " + first.call();
      case THROTTLED -> "plan again in a while";
      case NOT_FOUND, EXISTS, CONFLICT, QUOTA, REJECTED -> "mend the cause and plan again";
    };
  }

  /// How many, and the first few of them.
  public static String some(Collection<?> all) {
    String named =
        all.stream().limit(NAMED).map(one -> "`" + one + "`").collect(Collectors.joining(", "));
    int more = all.size() - NAMED;
    return more > 0 ? named + " and " + more + " more" : named;
  }
}
