package dev.cairn.core.expand;

import dev.cairn.api.address.Address;
import dev.cairn.api.address.AttributeRef;
import dev.cairn.api.address.TypeName;
import dev.cairn.api.diagnostic.Diagnostic;
import dev.cairn.api.resource.Scope;
import dev.cairn.api.value.Value;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;

/// What came out of an expansion beside the resources that the decider has seen.
///
/// @param outputs of the stack
/// @param outputsFrom the attributes that the outputs were made from
/// @param lookups every lookup of the stack, with its arguments
/// @param accounts of all providers that resources or lookups are in
public record Expanded(
    Value.Fields outputs,
    SortedSet<AttributeRef> outputsFrom,
    SortedMap<Address, Asked> lookups,
    List<Account> accounts,
    List<Diagnostic> diagnostics) {
  public Expanded {
    accounts = List.copyOf(accounts);
    diagnostics = List.copyOf(diagnostics);
  }

  /// A lookup as it is asked. It can be asked before apply if its arguments and its scope are
  /// known.
  public record Asked(Address address, TypeName type, Scope scope, Value.Fields arguments) {
    public boolean askable() {
      return arguments.known() && scope.settings().known();
    }
  }
}
