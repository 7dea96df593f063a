package dev.cairn.aws.session;

import dev.cairn.api.plan.Call;
import dev.cairn.api.provider.ReadRequest;
import dev.cairn.api.provider.Reply;
import dev.cairn.api.provider.Target;
import dev.cairn.api.resource.Failure;
import dev.cairn.api.resource.Failure.Kind;
import dev.cairn.api.resource.Reading;
import dev.cairn.api.value.Value;
import dev.cairn.aws.type.AwsType;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import software.amazon.awssdk.core.exception.SdkException;

/// Sends declared calls, each once.
final class Sender {
  private static final Pattern TAKES_AWAY =
      Pattern.compile("[a-z0-9]+:(Delete|Release|Disassociate|Detach|Revoke).*");
  private static final Set<Kind> PERHAPS_DONE =
      EnumSet.of(Kind.EXISTS, Kind.NOT_FOUND, Kind.REJECTED);
  private final Mutations mutations;
  private final Clients clients;
  private final Reader reader;
  private final Set<String> ready = ConcurrentHashMap.newKeySet();

  Sender(Clients clients, Reader reader) {
    this.mutations = new Mutations(clients);
    this.clients = clients;
    this.reader = reader;
  }

  Reply send(AwsType type, Call call, Target target) {
    boolean makes = target.id() == null;
    Value.Fields arguments =
        makes ? type.owned(call, target.ownership()) : type.addressed(call, target);
    clients.transmission().reset();
    try {
      Value.Fields answer = mutations.send(call.api(), arguments, target.clientToken());
      return makes
          ? made(type, call, answer, target)
          : new Reply.Done(null, type.learned(call, answer, target));
    } catch (SdkException e) {
      Failure failure = Failures.of(call.api(), e);
      return lost(failure) ? new Reply.Lost(failure) : refused(type, call, target, failure);
    }
  }

  /// Whether the answer that created an object said that it is all that its creation promises.
  boolean ready(String id) {
    return ready.contains(id);
  }

  /// Without an answer, a request that was sent may have been carried out.
  private boolean lost(Failure failure) {
    return failure.kind() == Kind.UNAVAILABLE && clients.transmission().begun();
  }

  private Reply made(AwsType type, Call call, Value.Fields answer, Target target) {
    String member = type.making().member();
    Value.Fields description = member == null ? answer : answer.fields(member);
    Optional<String> id = type.madeId(call, description);
    if (id.isEmpty()) {
      return new Reply.Lost(
          new Failure(Kind.UNAVAILABLE, call.api(), "NoId", null, null, "the answer holds no id"));
    }
    if (description.has(type.source().id()) && type.pending(description).isEmpty()) {
      ready.add(id.get());
    }
    Value.Fields attributes = type.observe(description).with("id", Value.text(id.get()));
    return new Reply.Done(id.get(), news(attributes, target));
  }

  /// What the target does not have yet: what is desired stands until it is read again.
  static Value.Fields news(Value.Fields attributes, Target target) {
    Value.Fields news = attributes;
    for (String name : target.attributes().fields().keySet()) {
      news = news.without(name);
    }
    return news;
  }

  /// A call that was refused may have been carried out by an earlier attempt: the object says so.
  private Reply refused(AwsType type, Call call, Target target, Failure failure) {
    if (target.id() == null || !PERHAPS_DONE.contains(failure.kind())) {
      return new Reply.Refused(failure);
    }
    ReadRequest request = new ReadRequest(target.id(), new TreeSet<>(), target.attributes());
    Reading reading = new TypeReader(reader, type).readMany(List.of(request)).getFirst();
    boolean done =
        switch (reading) {
          case Reading.Present present -> type.holds(call, present.attributes());
          case Reading.Absent ignored -> TAKES_AWAY.matcher(call.api()).matches();
          case Reading.Unreadable ignored -> false;
        };
    return done ? new Reply.Done(null, Value.Fields.EMPTY) : new Reply.Refused(failure);
  }
}
