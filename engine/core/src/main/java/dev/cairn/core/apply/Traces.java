package dev.cairn.core.apply;

import dev.cairn.api.address.OperationId;
import dev.cairn.api.provider.Reply;
import dev.cairn.api.state.Journal.Entry;
import dev.cairn.api.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a journal says of each operation.
final class Traces {
  private final Map<OperationId, Trace> traces = new HashMap<>();
  private final boolean lost;

  private Traces(boolean lost) {
    this.lost = lost;
  }

  private static final class Trace {
    private final List<Reply.Done> replies = new ArrayList<>();
    private boolean recorded;
    private boolean unanswered;
  }

  /// @param lost whether there was a journal that has been lost
  static Traces of(List<Entry> entries, boolean lost) {
    Traces traces = new Traces(lost);
    entries.forEach(traces::add);
    return traces;
  }

  private void add(Entry entry) {
    switch (entry) {
      case Entry.Begun begun -> at(begun.operation()).unanswered = true;
      case Entry.Ended ended -> {
        Trace trace = at(ended.operation());
        trace.unanswered = ended.reply() instanceof Reply.Lost;
        if (ended.reply() instanceof Reply.Done done) {
          trace.replies.add(done);
        }
      }
      case Entry.Done done -> at(done.operation()).recorded = true;
      case Entry.Learned ignored -> {}
      case Entry.Turned ignored -> {}
    }
  }

  private Trace at(OperationId operation) {
    return traces.computeIfAbsent(operation, unseen -> new Trace());
  }

  /// Whether an object of the operation may exist that no record names yet.
  boolean open(OperationId operation) {
    Trace trace = traces.get(operation);
    if (trace == null) {
      return lost;
    }
    return !trace.recorded && (lost || trace.unanswered || made(operation).isPresent());
  }

  /// The answer that brought the object's id.
  Optional<Reply.Done> made(OperationId operation) {
    return at(operation).replies.stream().filter(reply -> reply.id() != null).findFirst();
  }

  /// What all answers told of the object.
  Value.Fields told(OperationId operation) {
    Value.Fields told = Value.Fields.EMPTY;
    for (Reply.Done reply : at(operation).replies) {
      told = told.with(reply.attributes());
    }
    return told;
  }
}
