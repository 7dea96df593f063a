package dev.cairn.api.plan;

import dev.cairn.api.value.Value;
import java.util.Objects;

/// One mutating call that a step declares. A step's calls are sent in their order and nothing else
/// is sent for it.
///
/// The id of the object that the step is about is no argument: on creation the first call brings
/// it, else the step's target has it.
///
/// @param api `SERVICE:Action`, as the referee's ledger names it: `ec2:CreateVpc`,
///   `docker:ContainerCreate`
/// @param arguments in the form of the API; may hold unknowns, which apply resolves before sending
public record Call(String api, Value.Fields arguments, Repeat repeat) {
  public Call {
    Objects.requireNonNull(api, "api");
    Objects.requireNonNull(arguments, "arguments");
    Objects.requireNonNull(repeat, "repeat");
  }

  public Call with(Value.Fields resolved) {
    return new Call(api, resolved, repeat);
  }
}
