package dev.cairn.api.state;

import dev.cairn.api.address.OperationId;
import dev.cairn.api.plan.StepKey;
import dev.cairn.api.provider.Reply;
import dev.cairn.api.resource.ContentId;
import dev.cairn.api.resource.Recorded;
import dev.cairn.api.value.Value;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The local journal of one run. Every method returns only after its entry is on the disk (fsync);
/// thread-safe.
///
/// Nothing is sent before its begin entry is durable, and nothing counts as done before its end
/// entry is.
public interface Journal extends AutoCloseable {
  void begin(OperationId operation, StepKey step, int call, ContentId arguments);

  void end(OperationId operation, int call, Reply reply);

  /// The step is complete: its resource's record is now `after`, or there is none.
  void done(OperationId operation, StepKey step, @Nullable Recorded after);

  /// What a step learned that is no record: the answer of a lookup, the outputs.
  void learned(StepKey step, Value.Fields content);

  /// Which way a transaction is going.
  void turn(StepKey transaction, boolean forward);

  /// Everything that was written, oldest first; a torn last line, of a write that never returned,
  /// is left out.
  List<Entry> entries();

  @Override
  void close();

  /// One line of the journal.
  sealed interface Entry {
    record Begun(OperationId operation, StepKey step, int call, ContentId arguments)
        implements Entry {
      public Begun {
        Objects.requireNonNull(operation, "operation");
        Objects.requireNonNull(step, "step");
        Objects.requireNonNull(arguments, "arguments");
      }
    }

    record Ended(OperationId operation, int call, Reply reply) implements Entry {
      public Ended {
        Objects.requireNonNull(operation, "operation");
        Objects.requireNonNull(reply, "reply");
      }
    }

    record Done(OperationId operation, StepKey step, @Nullable Recorded after) implements Entry {
      public Done {
        Objects.requireNonNull(operation, "operation");
        Objects.requireNonNull(step, "step");
      }
    }

    record Learned(StepKey step, Value.Fields content) implements Entry {
      public Learned {
        Objects.requireNonNull(step, "step");
        Objects.requireNonNull(content, "content");
      }
    }

    record Turned(StepKey transaction, boolean forward) implements Entry {
      public Turned {
        Objects.requireNonNull(transaction, "transaction");
      }
    }
  }
}
