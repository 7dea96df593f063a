package dev.cairn.api.provider;

import dev.cairn.api.address.TypeName;
import dev.cairn.api.resource.Scope;
import dev.cairn.api.value.Value;
import java.util.List;

/// A provider: its types, and sessions with the services that they live in. Constructing one costs
/// nothing and does no I/O.
public interface Provider {
  /// The first part of its types' names: `aws`.
  String name();

  List<ResourceType> types();

  /// The names of its lookups.
  List<TypeName> lookups();

  /// Turns the settings of a `providers` entry into a scope: secrets left out, the credential by
  /// name. No I/O.
  ///
  /// @param settings as evaluated, possibly with unknowns, with a resource's own `region` in place
  Scope scope(Value.Fields settings);

  /// Attributes that the settings give to every resource of a type, such as default tags; the
  /// resource's own are laid over them, maps key by key. Pure.
  default Value.Fields defaults(TypeName type, Value.Fields settings) {
    return Value.Fields.EMPTY;
  }

  /// Opens a session. Lazy: no I/O before the first call. One for each scope, for the length of a
  /// run.
  ///
  /// @param scope with every setting known
  Session open(Scope scope);

  /// How many calls in one scope may be under way at once, until the service throttles.
  default int parallelism() {
    return 10;
  }
}
