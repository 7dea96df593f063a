package dev.cairn.aws.type;

import dev.cairn.api.value.Value;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// How objects of a type are read: a Describe call, and the members of its request and answer.
///
/// @param call `ec2:DescribeVpcs`
/// @param list the member of the answer that holds the objects
/// @param id the member of an object that is its id
/// @param by how objects are asked for by id
/// @param pageMember the member of the request that limits a page; null where the call has no pages
/// @param pageSize the most that the service allows
public record Source(
    String call, String list, String id, By by, @Nullable String pageMember, int pageSize) {
  public Source {
    Objects.requireNonNull(call, "call");
    Objects.requireNonNull(list, "list");
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(by, "by");
  }

  /// How a request asks for objects that are known. Never by a list of ids: one missing id would
  /// fail the whole batch.
  public sealed interface By {
    /// By a filter of this name over ids, at most 200 of them in one request.
    record IdFilter(String name) implements By {}

    /// By a filter over another attribute that the record has, where there is none over ids.
    record AttributeFilter(String name, String attribute) implements By {}

    /// By a list of names, which are the ids; the service skips missing ones.
    record Names(String member, int most) implements By {}

    /// Not at all: everything is read, with these arguments, or a single object by its id in a
    /// member of its own.
    record Everything(Value.Fields arguments, String single) implements By {}
  }

  /// An EC2 call with pages.
  static Source ec2(String call, String list, String id, String filter, int pageSize) {
    return new Source("ec2:" + call, list, id, new By.IdFilter(filter), "MaxResults", pageSize);
  }
}
