package dev.cairn.acceptance.parts;

import dev.cairn.referee.Exchange;
import dev.cairn.referee.Fault;
import java.util.function.Predicate;

/// What goes wrong with a reply.
public enum WrongReply {
  LOST,
  GARBAGE,
  FAILED,
  /// EC2 refuses the call, twice; the other services are left alone.
  THROTTLED;

  /// The fault that does it to the first call of each kind.
  public Fault of(Predicate<Exchange> calls) {
    return switch (this) {
      case LOST -> Fault.lost(calls, 1);
      case GARBAGE -> Fault.garbage(calls, 1);
      case FAILED -> Fault.failed(calls, 1);
      case THROTTLED -> Fault.throttled(calls.and(call -> call.api().startsWith("ec2:")), 2);
    };
  }
}
