package dev.cairn.core.plan;

import dev.cairn.api.schema.Compare;
import dev.cairn.api.value.Value;
import dev.cairn.codec.Seal;
import dev.cairn.codec.Sealed;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Whether reality has what is wanted, in one of the compare modes.
final class Comparison {
  private Comparison() {}

  /// @param wanted a known value
  /// @param actual what there is; null for nothing
  static boolean satisfied(Compare mode, Value wanted, @Nullable Value actual) {
    Value want = wanted.unmarked();
    Value have = actual == null ? null : actual.unmarked();
    return switch (mode) {
      case IGNORE, INITIAL -> true;
      case STRICT -> want.equals(have) || empty(want, have);
      case OWNED_KEYS -> want.equals(have) || want.equals(Value.Fields.EMPTY);
      case UNORDERED -> sameElements(want, have);
      case SUPERSET -> have != null && contains(have, want);
    };
  }

  /// Whether a record says the same as the stack. Of a recorded secret there is only a fingerprint,
  /// or a mark, which is taken for the same: reality decides then.
  static boolean recorded(Value wanted, @Nullable Value recorded, Seal seal) {
    if (recorded == null) {
      return empty(wanted.unmarked(), null);
    }
    Sealed sealed = Sealed.of(recorded).orElse(null);
    if (sealed != null) {
      return sealed.fingerprint() == null || sealed.matches(wanted, seal);
    }
    Value want = wanted.revealed();
    Value have = recorded.revealed();
    if (want instanceof Value.Items(List<Value> wants)
        && have instanceof Value.Items(List<Value> had)) {
      return wants.size() == had.size()
          && IntStream.range(0, wants.size())
              .allMatch(i -> recorded(wants.get(i), had.get(i), seal));
    }
    if (want instanceof Value.Fields wants && have instanceof Value.Fields had) {
      return wants.fields().keySet().equals(had.fields().keySet())
          && wants.fields().entrySet().stream()
              .allMatch(
                  entry -> recorded(entry.getValue(), had.fields().get(entry.getKey()), seal));
    }
    return want.equals(have);
  }

  /// An empty list or map that was asked for is there when nothing is.
  private static boolean empty(Value want, @Nullable Value have) {
    return have == null && (want.equals(Value.Items.EMPTY) || want.equals(Value.Fields.EMPTY));
  }

  private static boolean sameElements(Value want, @Nullable Value have) {
    if (!(want instanceof Value.Items(List<Value> wanted))
        || !(have instanceof Value.Items(List<Value> had))) {
      return want.equals(have) || empty(want, have);
    }
    List<Value> left = new ArrayList<>(had);
    return wanted.size() == had.size() && wanted.stream().allMatch(left::remove);
  }

  private static boolean contains(Value have, Value want) {
    if (have instanceof Value.Items(List<Value> had)
        && want instanceof Value.Items(List<Value> wanted)) {
      List<Value> left = new ArrayList<>(had);
      return wanted.stream().allMatch(left::remove);
    }
    if (have instanceof Value.Fields had && want instanceof Value.Fields wanted) {
      return wanted.fields().entrySet().stream()
          .allMatch(entry -> entry.getValue().equals(had.fields().get(entry.getKey())));
    }
    return have.equals(want);
  }
}
