package dev.cairn.core.stack;

import dev.cairn.api.address.Path;
import dev.cairn.api.address.TypeName;
import dev.cairn.api.diagnostic.SourceRange;
import dev.cairn.api.schema.Compare;
import dev.cairn.api.schema.Timeouts;
import dev.cairn.api.value.Shape;
import dev.cairn.api.value.Value;
import dev.cairn.core.expression.Expression;
import dev.cairn.core.expression.Term;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The body of one file: a stack's root or a module. Names are unique over resources, lookups and
/// modules.
public record Module(
    String file,
    SortedMap<String, Variable> variables,
    SortedMap<String, Term> locals,
    SortedMap<String, ProviderBlock> providers,
    SortedMap<String, Lookup> lookups,
    SortedMap<String, Resource> resources,
    SortedMap<String, Call> modules,
    SortedMap<String, Output> outputs) {
  public Module {
    Objects.requireNonNull(file, "file");
    variables = copy(variables);
    locals = copy(locals);
    providers = copy(providers);
    lookups = copy(lookups);
    resources = copy(resources);
    modules = copy(modules);
    outputs = copy(outputs);
  }

  /// @param fallback the default; null where a value must be given
  /// @param check an expression over `value` that must be true
  public record Variable(
      Shape shape,
      @Nullable Value fallback,
      boolean sensitive,
      @Nullable Expression check,
      String message,
      String description,
      SourceRange range) {}

  /// An entry of `providers`: settings of one instance of a provider.
  public record ProviderBlock(String provider, Term.Mapping settings, SourceRange range) {}

  /// @param provider the name of the provider's instance; the provider's own name where none is
  ///   given
  public record Lookup(TypeName type, String provider, Term.Mapping arguments, SourceRange range) {}

  /// A resource, with all of its instances.
  ///
  /// @param provider the name of the provider's instance; the provider's own name where none is
  ///   given
  /// @param region overrides the provider's region
  /// @param attributes everything beside the meta keys
  public record Resource(
      TypeName type,
      String provider,
      @Nullable Term region,
      @Nullable Term forEach,
      @Nullable Term when,
      List<Dependency> dependsOn,
      Term.Mapping attributes,
      Rules lifecycle,
      SortedMap<Path, Compare> compare,
      Term.@Nullable Mapping adoptBy,
      Timeouts timeouts,
      SourceRange range) {
    public Resource {
      dependsOn = List.copyOf(dependsOn);
      compare = copy(compare);
    }
  }

  /// `lifecycle` as written.
  public record Rules(
      boolean protect,
      boolean retainOnDelete,
      @Nullable Boolean createBeforeDelete,
      @Nullable String update,
      List<Expression> replaceOn) {
    public Rules {
      replaceOn = List.copyOf(replaceOn);
    }
  }

  /// An entry of `dependsOn`: a resource, a lookup or a module of the same file, all of its
  /// instances where no key is given.
  public record Dependency(String name, @Nullable String key, SourceRange range) {}

  /// An entry of `modules`.
  ///
  /// @param providers the names of this module's provider instances, by the name that the called
  ///   one knows them by
  public record Call(
      Module body,
      Term.Mapping with,
      @Nullable Term forEach,
      @Nullable Term when,
      List<Dependency> dependsOn,
      SortedMap<String, String> providers,
      SourceRange range) {
    public Call {
      dependsOn = List.copyOf(dependsOn);
      providers = copy(providers);
    }
  }

  public record Output(Term value, boolean sensitive, String description, SourceRange range) {}

  private static <K extends Comparable<K>, V> SortedMap<K, V> copy(SortedMap<K, V> map) {
    return Collections.unmodifiableSortedMap(new TreeMap<>(map));
  }
}
