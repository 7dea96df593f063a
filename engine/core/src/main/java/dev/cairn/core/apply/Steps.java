package dev.cairn.core.apply;

import dev.cairn.api.address.Address;
import dev.cairn.api.address.OperationId;
import dev.cairn.api.address.TypeName;
import dev.cairn.api.address.Uid;
import dev.cairn.api.plan.Action;
import dev.cairn.api.plan.PlanHeader;
import dev.cairn.api.plan.Step;
import dev.cairn.api.plan.StepKey;
import dev.cairn.api.resource.Desired;
import dev.cairn.api.resource.Ownership;
import dev.cairn.api.resource.Scope;
import dev.cairn.api.schema.TypeSchema;
import dev.cairn.api.value.Value;
import java.time.Duration;
import java.time.Instant;

/// Carries out one step, whichever kind it is.
final class Steps {
  private final Run run;

  Steps(Run run) {
    this.run = run;
  }

  StepEnd carryOut(Step step, int height) {
    return switch (step) {
      case Step.Create create -> new Creation(run, this).carryOut(create, height);
      case Step.Update update -> new Updating(run, this).carryOut(update, height);
      case Step.Delete delete -> new Deletion(run, this).carryOut(delete, height);
      case Step.Read read -> new Bookkeeping(run).read(read, height);
      case Step.Amend amend -> new Bookkeeping(run).amend(amend);
      case Step.Write write -> new Bookkeeping(run).write(write);
      case Step.IfChanged branch -> new Branch(run, this).carryOut(branch, height);
      case Step.Transaction transaction ->
          new TransactionRun(run, this).carryOut(transaction, height);
    };
  }

  /// What a step wants, with every unknown in it that finished steps know; without the attributes
  /// that a later step of the resource sets.
  ///
  /// @throws dev.cairn.api.diagnostic.DiagnosticException where what is known now does not fit
  Desired resolved(StepKey key, Desired planned) {
    Value.Fields attributes = run.resolve(now(key, planned));
    run.unfitting.refuse(planned, attributes);
    return with(planned, attributes, run.resolve(planned.scope().settings()));
  }

  /// The same, without what cannot be evaluated.
  Desired resolvedKnown(StepKey key, Desired planned) {
    return with(planned, run.resolveKnown(now(key, planned)), settings(planned.scope()));
  }

  private Value.Fields settings(Scope scope) {
    Value.Fields known = run.resolveKnown(scope.settings());
    return known.fields().keySet().equals(scope.settings().fields().keySet())
        ? known
        : scope.settings();
  }

  private Value.Fields now(StepKey key, Desired planned) {
    return run.settlesLater(key)
        ? Overlay.created(schema(planned.type()), planned.attributes())
        : planned.attributes();
  }

  private Desired with(Desired planned, Value.Fields attributes, Value.Fields settings) {
    Scope scope = planned.scope();
    return planned
        .with(
            run.means
                .catalog()
                .type(planned.type())
                .map(type -> type.normalize(attributes))
                .orElse(attributes))
        .in(new Scope(scope.provider(), settings, scope.credential(), scope.host()));
  }

  TypeSchema schema(TypeName type) {
    return run.means
        .catalog()
        .schema(type)
        .orElseThrow(() -> new IllegalArgumentException("no type " + type));
  }

  Work work(
      Step step, Action action, TypeName type, Scope scope, Uid uid, Duration limit, int height) {
    StepKey key = step.key();
    OperationId operation = run.numbering.operation(run.intent.run(), key);
    Instant now = run.now();
    return new Work(
        key,
        operation,
        action,
        schema(type),
        run.means.sessions().in(scope),
        run.slots(scope),
        step.calls().size(),
        height,
        ownership(key.address(), uid, operation),
        now,
        now.plus(limit));
  }

  private Ownership ownership(Address address, Uid uid, OperationId operation) {
    PlanHeader header = run.intent.plan().header();
    return new Ownership(
        header.lineage(),
        header.stack() + "/" + header.environment(),
        uid,
        operation,
        address.tag());
  }
}
