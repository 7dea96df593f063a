package dev.cairn.core.expand;

import dev.cairn.api.address.Address;
import dev.cairn.api.address.AttributeRef;
import dev.cairn.api.address.Path;
import dev.cairn.api.address.TypeName;
import dev.cairn.api.diagnostic.Diagnostic;
import dev.cairn.api.diagnostic.SourceRange;
import dev.cairn.api.resource.Desired;
import dev.cairn.api.schema.Attribute;
import dev.cairn.api.schema.TypeSchema;
import dev.cairn.api.value.Residual;
import dev.cairn.api.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/// Whether attributes that hold the id of a resource hold that of one of the right type: told by
/// the resources of the stack that the value was made from.
///
/// @param decided the resources that were decided before
/// @param planned their attributes
record ReferredTypes(Map<Address, Desired> decided, Map<Address, Value.Fields> planned) {
  private static final Path ID = Path.of("id");

  /// @param from the attributes of other resources that each attribute was made from
  /// @param name the place of an attribute that the resource does not write itself
  List<Diagnostic> wrong(
      TypeSchema schema,
      Value.Fields attributes,
      Map<String, SortedSet<AttributeRef>> from,
      SortedMap<Path, SourceRange> origins,
      SourceRange name) {
    List<Diagnostic> wrong = new ArrayList<>();
    from.forEach((top, refs) ->
        Optional.ofNullable(schema.attributes().get(top))
            .ifPresent(attribute ->
                attributes
                    .get(top)
                    .ifPresent(value ->
                        look(Path.of(top), attribute, value, ids(refs))
                            .forEach(found ->
                                wrong.add(found.at(origins.getOrDefault(Path.of(top), name)))))));
    return wrong;
  }

  private static SortedSet<Address> ids(SortedSet<AttributeRef> refs) {
    SortedSet<Address> ids = new TreeSet<>();
    refs.stream().filter(ref -> ref.path().equals(ID)).forEach(ref -> ids.add(ref.address()));
    return ids;
  }

  private List<Diagnostic> look(
      Path path, Attribute attribute, Value value, SortedSet<Address> ids) {
    List<Diagnostic> found = new ArrayList<>();
    TypeName wanted = attribute.refersTo();
    if (wanted != null) {
      elements(value).forEach(each -> other(path, wanted, each, ids).ifPresent(found::add));
    }
    if (value.revealed() instanceof Value.Fields fields) {
      attribute
          .nested()
          .forEach((key, inner) ->
              fields
                  .get(key)
                  .ifPresent(field -> found.addAll(look(path.then(key), inner, field, ids))));
    }
    return found;
  }

  private static List<Value> elements(Value value) {
    return value.revealed() instanceof Value.Items(List<Value> items) ? items : List.of(value);
  }

  /// A finding where the value is the id of resources that are all of other types.
  private Optional<Diagnostic> other(
      Path path, TypeName wanted, Value value, SortedSet<Address> ids) {
    List<Address> same =
        ids.stream().filter(address -> decided.containsKey(address) && is(value, address)).toList();
    return same.isEmpty() || same.stream().anyMatch(address -> type(address).equals(wanted))
        ? Optional.empty()
        : Optional.of(
            Diagnostic.error(
                    "CRN2012",
                    "an attribute refers to a resource of another type",
                    "`"
                        + path
                        + "` takes an id of type "
                        + wanted
                        + ", this is that of `"
                        + same.getFirst()
                        + "`, of type "
                        + type(same.getFirst()))
                .suggest("name a resource of type " + wanted));
  }

  private TypeName type(Address address) {
    return Objects.requireNonNull(decided.get(address)).type();
  }

  private boolean is(Value value, Address address) {
    return value.revealed() instanceof Value.Unknown(var _, Residual.Attribute(AttributeRef ref))
        ? ref.equals(new AttributeRef(address, ID))
        : planned
            .getOrDefault(address, Value.Fields.EMPTY)
            .get("id")
            .filter(value::equals)
            .isPresent();
  }
}
