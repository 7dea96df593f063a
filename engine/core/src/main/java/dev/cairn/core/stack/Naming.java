package dev.cairn.core.stack;

import dev.cairn.api.diagnostic.SourceRange;
import dev.cairn.core.expression.Reference;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// The rules for names: what they look like, and that resources, lookups and modules share one
/// space.
final class Naming {
  private static final Pattern FORM = Pattern.compile("[a-z][A-Za-z0-9]*");
  private static final Set<String> ROOTS = Set.of("vars", "locals", "each");

  private final Reading reading;
  private final Map<String, SourceRange> taken = new TreeMap<>();

  Naming(Reading reading) {
    this.reading = reading;
  }

  /// Checks the names of a section of the file's body.
  void check(Block section) {
    section.mapping().keys().forEach(this::check);
  }

  /// Checks the names of a section whose names are roots of expressions too.
  void claim(Block section) {
    section
        .mapping()
        .keys()
        .forEach((name, place) -> {
          if (ROOTS.contains(name)) {
            refuse(name, "has a meaning of its own in expressions", place);
          }
          SourceRange first = taken.putIfAbsent(name, place);
          if (first != null) {
            SourceRange second = first.compareTo(place) < 0 ? place : first;
            SourceRange earlier = first.compareTo(place) < 0 ? first : place;
            reading.error(
                "CRN1021",
                "a name is used twice",
                "resources, lookups and modules share their names: `"
                    + name
                    + "` already stands at "
                    + earlier,
                second,
                "give one of them another name");
          }
        });
    check(section);
  }

  private void check(String name, SourceRange place) {
    if (!FORM.matcher(name).matches()) {
      refuse(name, "does not match `[a-z][A-Za-z0-9]*`", place);
    } else if (Reference.RESERVED.contains(name)) {
      refuse(name, "is a reserved word of expressions", place);
    }
  }

  private void refuse(String name, String why, SourceRange place) {
    reading.error(
        "CRN1020", "a name cannot be used", "`" + name + "` " + why, place, suggestion(name));
  }

  private static String suggestion(String name) {
    StringBuilder camel = new StringBuilder();
    boolean upper = false;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c > 127 || !Character.isLetterOrDigit(c)) {
        upper = !camel.isEmpty();
      } else {
        camel.append(upper ? Character.toUpperCase(c) : c);
        upper = false;
      }
    }
    if (camel.isEmpty() || !Character.isLetter(camel.charAt(0))) {
      return "begin it with a lower-case letter; letters and digits may follow";
    }
    camel.setCharAt(0, Character.toLowerCase(camel.charAt(0)));
    boolean reserved =
        Reference.RESERVED.contains(camel.toString()) || ROOTS.contains(camel.toString());
    return "write `" + camel + (reserved ? "1" : "") + "`";
  }

  /// What has been claimed.
  Map<String, SourceRange> taken() {
    return taken;
  }
}
