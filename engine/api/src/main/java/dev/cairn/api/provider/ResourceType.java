package dev.cairn.api.provider;

import dev.cairn.api.address.Path;
import dev.cairn.api.address.TypeName;
import dev.cairn.api.plan.Call;
import dev.cairn.api.resource.Desired;
import dev.cairn.api.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/// The pure half of a resource type: no client, no I/O, no clock. The simulated provider uses it
/// unchanged.
///
/// All values may hold unknowns. What is wrong with them is found by the schema; what only code can
/// find, by [#check].
public interface ResourceType {
  TypeName name();

  /// Short forms to the API's form, sets ordered: the only form that is compared, recorded and
  /// planned. Idempotent; leaves what it does not understand as it is, for [#check] to complain of.
  default Value.Fields normalize(Value.Fields written) {
    return written;
  }

  /// What is wrong with attributes in normal form, beyond their schema: one sentence for each
  /// finding, by path.
  default List<Problem> check(Value.Fields attributes) {
    return List.of();
  }

  /// What is wrong with attributes in normal form beside those of what they refer to: a subnet
  /// outside of its VPC's block.
  ///
  /// @param referred the attributes of the resource whose id an attribute holds, where it is one of
  ///   the same stack
  default List<Problem> check(
      Value.Fields attributes, Function<String, Optional<Value.Fields>> referred) {
    return List.of();
  }

  /// Where a value of an exclusive key lies, where it can lie inside of another: a block in a
  /// block, a port of one address in that port of all. Two collide where the one's text begins with
  /// the other's. Empty where only equal values collide.
  default Optional<String> extent(Path key, String value) {
    return Optional.empty();
  }

  /// The attribute that an exclusive key is written as.
  default Path written(Path key) {
    return key;
  }

  /// Computed attributes that are known before the object exists, from what is desired of it.
  default Value.Fields planned(Desired desired) {
    return Value.Fields.EMPTY;
  }

  /// What an object has that was just created by [#create] and has not been settled yet, beside its
  /// `CREATE` attributes: an EC2 security group's egress rule that allows everything.
  default Value.Fields fresh(Desired desired) {
    return Value.Fields.EMPTY;
  }

  /// Whether an update of these paths gives a volatile attribute a new value.
  default boolean recomputes(String attribute, SortedSet<Path> changed) {
    return true;
  }

  /// The attributes that have to be known when the plan is made: as a whole unknown in `to`, they
  /// would decide which calls there are, and a plan declares its calls. An unknown list is not an
  /// empty one. What is merely an argument of a call may stay unknown.
  ///
  /// @param from the attributes that the object has; of one that is made, [#fresh]
  default SortedSet<String> decisive(Value.Fields from, Value.Fields to) {
    return new TreeSet<>();
  }

  /// The calls that make the object, with its attributes of phase `CREATE`.
  List<Call> create(Desired desired);

  /// The calls that change the object in place.
  ///
  /// @param from the attributes that it has
  /// @param to the attributes that it shall have; none of `changed` is immutable
  /// @param changed the paths to change; never a path below a list
  List<Call> update(Value.Fields from, Desired to, SortedSet<Path> changed);

  /// The calls that delete the object.
  ///
  /// @param from the attributes that it has, or had when it was last applied
  List<Call> delete(Value.Fields from);

  /// Whether an object of a type that holds data, as its schema says, has that data in itself: a
  /// volume on a named device has none that goes with it.
  ///
  /// @param attributes the attributes that it has
  default boolean holdsData(Value.Fields attributes) {
    return true;
  }

  /// What an object has, in the words of what is wanted of it, where only the object can tell that
  /// both mean the same: an image by its short id. Pure.
  default Value.Fields said(Value.Fields observed, Value.Fields wanted) {
    return observed;
  }

  /// What is worth saying of an object though it is as the stack says: a name that has come to
  /// stand for something else.
  ///
  /// @param observed the attributes that it has
  default List<Problem> notices(Value.Fields observed) {
    return List.of();
  }

  /// The attributes of these that not every version of the service knows. An older one leaves them
  /// out without a word, so that a plan refuses them.
  default List<Need> needs(Value.Fields attributes) {
    return List.of();
  }

  /// @param path the attribute
  /// @param output which output of [Session#identity] tells the service's version; where there is
  ///   none, nothing is refused
  /// @param least the oldest version that knows the attribute: numbers with dots between
  record Need(Path path, String output, String least) {}

  /// A finding of [#check]: a summary without user data, the detail, and what to do.
  ///
  /// @param items which elements of the list at the path it is about, from 0, in normal form; it is
  ///   told at the one that is written last. None for all of the list
  record Problem(Path path, List<Integer> items, String summary, String detail, String suggestion) {
    public Problem {
      items = List.copyOf(items);
    }

    public Problem(Path path, String summary, String detail, String suggestion) {
      this(path, List.of(), summary, detail, suggestion);
    }

    public Problem at(Integer... elements) {
      return new Problem(path, List.of(elements), summary, detail, suggestion);
    }
  }
}
