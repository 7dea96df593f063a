package dev.cairn.core.expand;

import dev.cairn.api.diagnostic.SourceRange;
import dev.cairn.api.resource.Scope;
import org.jspecify.annotations.Nullable;

/// A scope of a provider that resources or lookups are in.
///
/// @param range where the stack says it; null where no entry of `providers` does, and where a
///   resource's own region makes it another
public record Account(Scope scope, @Nullable SourceRange range) {}
