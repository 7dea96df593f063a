package dev.cairn.api.plan;

import dev.cairn.api.value.Value;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One mutating call that a step declares. A step's calls are sent in their order and nothing else
/// is sent for it.
///
/// The id of the object that the step is about is no argument: on creation the first call that is
/// no supply brings it, else the step's target has it.
///
/// @param api `SERVICE:Action`, as the referee's ledger names it: `ec2:CreateVpc`,
///   `docker:ContainerCreate`
/// @param arguments in the form of the API; may hold unknowns, which apply resolves before sending
/// @param supply what the call brings for the object, of a call that does nothing to the object
///   itself; such calls of a creation come first
public record Call(String api, Value.Fields arguments, Repeat repeat, @Nullable Supply supply) {
  public Call {
    Objects.requireNonNull(api, "api");
    Objects.requireNonNull(arguments, "arguments");
    Objects.requireNonNull(repeat, "repeat");
  }

  public Call(String api, Value.Fields arguments, Repeat repeat) {
    this(api, arguments, repeat, null);
  }

  public Call with(Value.Fields resolved) {
    return new Call(api, resolved, repeat, supply);
  }

  /// The same call, that brings something first.
  public Call bringing(Supply what) {
    return new Call(api, arguments, repeat, what);
  }
}
