package dev.cairn.aws.type;

import dev.cairn.api.address.Path;
import dev.cairn.api.plan.Call;
import dev.cairn.api.plan.Repeat;
import dev.cairn.api.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;

/// Calls as the types declare them.
final class Calls {
  private Calls() {}

  /// The call that makes an object, its own tags in it.
  static Call making(Making making, Value.Fields arguments, Value.Fields attributes) {
    return new Call(
        making.call(), Tags.specified(arguments, making, attributes), Repeat.FIND_BY_OPERATION);
  }

  /// A call that may be sent twice.
  static Call safe(String api, Value.Fields arguments) {
    return new Call(api, arguments, Repeat.SAFE);
  }

  static Call safe(String api) {
    return safe(api, Value.Fields.EMPTY);
  }

  /// Calls that set one flag each, as EC2's Modify…Attribute does it: `{Flag: {Value: true}}`.
  static List<Call> flags(
      String api, Value.Fields attributes, SortedSet<Path> changed, List<String> flags) {
    List<Call> calls = new ArrayList<>();
    for (String flag : flags) {
      if (changed.contains(Path.of(flag))) {
        attributes.get(flag).ifPresent(on -> calls.add(flag(api, flag, on)));
      }
    }
    return calls;
  }

  /// The same for an object that was just made, where a flag is not what it is made with.
  static List<Call> flags(String api, Value.Fields attributes, boolean made, List<String> flags) {
    List<Call> calls = new ArrayList<>();
    for (String flag : flags) {
      attributes
          .get(flag)
          .filter(on -> !on.equals(new Value.Flag(made)))
          .ifPresent(on -> calls.add(flag(api, flag, on)));
    }
    return calls;
  }

  private static Call flag(String api, String flag, Value on) {
    return safe(api, Value.Fields.of(ApiForm.capital(flag), Value.Fields.of("Value", on)));
  }
}
