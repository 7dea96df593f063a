package dev.cairn.codec;

import dev.cairn.api.value.Value;

/// The written form of api's records, by their components: any record, sealed interface, enum,
/// list, set and sorted map of them.
///
/// - A component that is null is an absent field; only a `@Nullable` one may be absent, but for
///   collections, which are then empty.
/// - A record of a sealed interface has a field `kind`: its simple name, uncapitalised.
/// - Enums are in camel case; addresses, paths, step keys, type names and the like are their text,
///   durations and instants ISO 8601.
/// - Values are in the form of [Values]. Fields that a record does not have are an error.
///
/// Thread-safe.
public final class Records {
  private final Forms forms;

  /// @param seal for the sensitive values among the components
  public Records(Seal seal) {
    this.forms = new Forms(seal);
  }

  /// The plain form of a record or an enum constant.
  public Value encode(Object object) {
    return forms.of(object.getClass()).write(object);
  }

  /// Reads what [#encode] wrote.
  ///
  /// @param type a record, a sealed interface of records, or an enum
  /// @throws CodecException naming the path of what is wrong
  public <T> T decode(Value plain, Class<T> type) {
    return type.cast(forms.of(type).read(plain));
  }
}
