package dev.cairn.aws.session;

import dev.cairn.api.plan.Action;
import dev.cairn.api.provider.Progress;
import dev.cairn.api.provider.ReadRequest;
import dev.cairn.api.provider.Target;
import dev.cairn.api.resource.Failure;
import dev.cairn.api.resource.Failure.Kind;
import dev.cairn.api.value.Value;
import dev.cairn.aws.type.AwsType;
import java.time.Duration;
import java.util.Optional;
import java.util.TreeSet;
import software.amazon.awssdk.core.exception.SdkException;

/// Looks whether an object is what its step promises, for the few types where that is not so at
/// once.
final class Prober {
  private static final Duration AGAIN = Duration.ofSeconds(2);
  private final Reader reader;
  private final Sender sender;

  Prober(Reader reader, Sender sender) {
    this.reader = reader;
    this.sender = sender;
  }

  Progress probe(AwsType type, Action action, Target target) {
    String id = target.existing();
    boolean said = action == Action.CREATE && sender.ready(id);
    if (said || !type.awaited(action, target.attributes())) {
      return new Progress.Ready(Value.Fields.EMPTY);
    }
    try {
      Optional<Value.Fields> description =
          new TypeReader(reader, type)
              .describe(new ReadRequest(id, new TreeSet<>(), target.attributes()))
              .filter(there -> !type.gone(there));
      return action == Action.DELETE ? gone(type, description) : there(type, description, target);
    } catch (SdkException e) {
      return trouble(Failures.of(type.source().call(), e));
    }
  }

  private static Progress gone(AwsType type, Optional<Value.Fields> description) {
    return description.isEmpty()
        ? new Progress.Ready(Value.Fields.EMPTY)
        : new Progress.Pending(
            "deleted", type.pending(description.get()).orElse("still there"), AGAIN);
  }

  private static Progress there(AwsType type, Optional<Value.Fields> description, Target target) {
    if (description.isEmpty()) {
      return new Progress.Pending("visible", "not visible yet", AGAIN);
    }
    Optional<String> pending = type.pending(description.get());
    return pending.isPresent()
        ? new Progress.Pending("available", pending.get(), AGAIN)
        : new Progress.Ready(Sender.news(type.observe(description.get()), target));
  }

  private static Progress trouble(Failure failure) {
    return failure.kind() == Kind.THROTTLED || failure.kind() == Kind.UNAVAILABLE
        ? new Progress.Pending("an answer", failure.code(), AGAIN)
        : new Progress.Broken(failure);
  }
}
