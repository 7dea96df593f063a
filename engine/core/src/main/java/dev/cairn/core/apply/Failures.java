package dev.cairn.core.apply;

import dev.cairn.api.address.Path;
import dev.cairn.api.address.TypeName;
import dev.cairn.api.diagnostic.Diagnostic;
import dev.cairn.api.resource.Failure;
import dev.cairn.api.resource.Failure.Kind;
import java.util.SortedSet;

/// The failures that the engine itself states; their code is that of a diagnostic.
final class Failures {
  static final String TIME_UP = "CRN3002";
  static final String PROMISE = "CRN3003";
  static final String UNKNOWN = "CRN3004";
  static final String NO_ANSWER = "CRN3005";
  static final String UNCLAIMED = "CRN3008";
  static final String UNDECLARED = "CRN3009";
  static final String INTERRUPTED = "CRN3010";
  static final String NO_RECORD = "CRN3011";

  private Failures() {}

  static Failure timeUp(String call, String awaited, String lastSeen) {
    return of(
        Kind.UNAVAILABLE, call, TIME_UP, "waited for: " + awaited + "; last seen: " + lastSeen);
  }

  static Failure promise(String type, String provider, Path path) {
    return new Failure(
        Kind.REJECTED,
        type,
        PROMISE,
        null,
        path,
        "the provider " + provider + " reports another value of " + path + " than was planned");
  }

  static Failure unknown(String step, SortedSet<?> reads) {
    return of(Kind.REJECTED, step, UNKNOWN, "no finished step gives " + reads);
  }

  static Failure noAnswer(String call, Failure last) {
    return new Failure(
        Kind.UNAVAILABLE, call, NO_ANSWER, last.requestId(), null, "last answer: " + last.text());
  }

  static Failure unclaimed(String call) {
    return of(Kind.CONFLICT, call, UNCLAIMED, "the claim of this run could not be confirmed");
  }

  static Failure undeclared(String call) {
    return of(Kind.REJECTED, call, UNDECLARED, "an argument is not what the plan says");
  }

  static Failure interrupted(String call) {
    return of(Kind.UNAVAILABLE, call, INTERRUPTED, "the run was interrupted");
  }

  static Failure noRecord(String step) {
    return of(Kind.NOT_FOUND, step, NO_RECORD, "no object is recorded that this step could change");
  }

  static Failure of(String step, Diagnostic problem) {
    return of(Kind.REJECTED, step, problem.code(), problem.summary() + ": " + problem.detail());
  }

  /// A provider has a defect.
  static Failure thrown(String call, TypeName type, RuntimeException e) {
    return of(
        Kind.UNAVAILABLE,
        call,
        e.getClass().getSimpleName(),
        "the provider " + type.provider() + " failed: " + e);
  }

  private static Failure of(Kind kind, String call, String code, String text) {
    return new Failure(kind, call, code, null, null, text);
  }
}
