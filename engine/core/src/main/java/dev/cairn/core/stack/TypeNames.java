package dev.cairn.core.stack;

import dev.cairn.api.address.TypeName;
import dev.cairn.core.diagnostic.Nearest;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/// Finds resource types, lookups and providers by their names.
record TypeNames(Reading reading) {
  Optional<TypeName> resource(Block block) {
    return find(block, reading.catalog().types(), reading.catalog().lookups(), "resource type");
  }

  Optional<TypeName> lookup(Block block) {
    return find(block, reading.catalog().lookups(), reading.catalog().types(), "lookup");
  }

  private Optional<TypeName> find(
      Block block, SortedSet<TypeName> known, SortedSet<TypeName> others, String kind) {
    Optional<String> text = block.text("type");
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Optional<TypeName> found =
        known.stream().filter(name -> name.toString().equals(text.get())).findFirst();
    if (found.isEmpty()) {
      boolean other = others.stream().anyMatch(name -> name.toString().equals(text.get()));
      reading.error(
          "CRN1022",
          "there is no such type",
          "`" + text.get() + "` is no " + kind + (other ? ", it is the other kind" : ""),
          block.place("type"),
          other
              ? new String[] {
                kind.equals("lookup") ? "move it to `resources`" : "move it to `lookups`"
              }
              : ways(text.get(), known));
    }
    return found;
  }

  private static String[] ways(String text, SortedSet<TypeName> known) {
    List<String> names = known.stream().map(TypeName::toString).toList();
    return Nearest.to(text, names)
        .or(() -> names.stream().filter(name -> name.endsWith("." + text)).findFirst())
        .map(near -> new String[] {"did you mean `" + near + "`?"})
        .orElseGet(() -> new String[] {"`cairn schema` lists what there is"});
  }

  /// Checks the name of a provider.
  boolean provider(String name, Block block, String key) {
    if (reading.catalog().provider(name).isPresent()) {
      return true;
    }
    SortedSet<String> known = new TreeSet<>();
    reading.catalog().types().forEach(type -> known.add(type.provider()));
    reading.error(
        "CRN1023",
        "there is no such provider",
        "`" + name + "` is none of " + String.join(", ", known),
        block.mapping().keys().containsKey(key) ? block.place(key) : block.mapping().range(),
        Nearest.suggestion(name, known));
    return false;
  }
}
