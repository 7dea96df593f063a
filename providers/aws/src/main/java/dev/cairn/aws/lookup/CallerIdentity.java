package dev.cairn.aws.lookup;

import dev.cairn.api.address.TypeName;
import dev.cairn.api.provider.Answer;
import dev.cairn.api.value.Value;

/// `aws.callerIdentity`: who the credentials belong to.
public final class CallerIdentity implements AwsLookup {
  public static final TypeName NAME = new TypeName("aws", "callerIdentity");

  @Override
  public TypeName name() {
    return NAME;
  }

  @Override
  public String call() {
    return "sts:GetCallerIdentity";
  }

  @Override
  public Value.Fields request(Value.Fields arguments) {
    return Value.Fields.EMPTY;
  }

  @Override
  public Answer answer(Value.Fields answer, Value.Fields arguments) {
    return new Answer.Given(Filters.outputs(answer, "account", "arn", "userId"));
  }
}
