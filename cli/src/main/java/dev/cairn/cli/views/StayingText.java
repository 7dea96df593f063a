package dev.cairn.cli.views;

import dev.cairn.api.address.Path;
import dev.cairn.api.plan.Difference;
import dev.cairn.api.plan.Reason;
import dev.cairn.api.value.Value;
import dev.cairn.codec.Printable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The line of a difference that the plan leaves as it is: an attribute that is released, or an
/// edit of one that is used at creation only.
final class StayingText {
  private StayingText() {}

  /// Empty where the reason is another one, or that of another difference.
  static Optional<String> of(Palette palette, Reason reason, Difference difference) {
    return switch (reason) {
      case Reason.Released(Path path, String because) when path.equals(difference.path()) ->
          Optional.of(
              palette.yellow(
                  "= "
                      + name(path)
                      + " stays as it is on the object: "
                      + value(difference.before())
                      + "; no longer managed: "
                      + Printable.line(because)));
      case Reason.CreationOnly(Path path, _) when path.equals(difference.path()) ->
          Optional.of(
              palette.yellow(
                  "= "
                      + name(path)
                      + " "
                      + value(difference.after())
                      + " is used at creation only; now "
                      + value(difference.before())));
      case Reason _ -> Optional.empty();
    };
  }

  private static String name(Path path) {
    return Printable.line(path.toString());
  }

  private static String value(@Nullable Value value) {
    return value == null ? "not set" : ValueText.of(value);
  }
}
