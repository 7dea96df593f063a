package dev.cairn.aws.lookup;

import dev.cairn.api.address.TypeName;
import dev.cairn.api.provider.Answer;
import dev.cairn.api.value.Value;

/// A lookup of AWS: one call that reads, and what is made of its answer. Pure.
public interface AwsLookup {
  TypeName name();

  /// `ec2:DescribeImages`
  String call();

  /// The arguments of the call, in the API's own form.
  Value.Fields request(Value.Fields arguments);

  /// The outputs out of the answer, or why there are none.
  Answer answer(Value.Fields answer, Value.Fields arguments);
}
