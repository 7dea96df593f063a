package dev.cairn.acceptance.parts;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Makes ready what the providers' own tests on real parts ask for by a tag, before they look for
/// it: `moto` in the system property `cairn.moto`, `engine` in `cairn.docker`.
public final class PartsForTags implements ExecutionCondition {
  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    if (context.getTags().contains("moto")) {
      System.setProperty("cairn.moto", Parts.moto(context).uri().toString());
    }
    if (context.getTags().contains("engine")) {
      System.setProperty("cairn.docker", Parts.engine(context, Daemon.PLAIN).endpoint());
    }
    return ConditionEvaluationResult.enabled("the parts are ready");
  }
}
