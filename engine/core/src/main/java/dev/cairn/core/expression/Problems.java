package dev.cairn.core.expression;

import dev.cairn.api.diagnostic.Diagnostic;
import dev.cairn.api.value.Shape;
import java.util.Collection;

/// What can be wrong with an expression, in words; the places are added where they are known.
final class Problems {
  private Problems() {}

  static Diagnostic unclosed() {
    return Diagnostic.error(
            "CRN1301",
            "an expression is not closed",
            "no } closes this ${; braces within strings do not count")
        .suggest("close it with }", "write $${ for the text ${");
  }

  static Diagnostic empty() {
    return Diagnostic.error("CRN1302", "an expression does not parse", "there is nothing in ${}")
        .suggest("write a reference such as ${vpc.id}", "write $${} for the text ${}");
  }

  static Diagnostic noRoot(String name) {
    return Diagnostic.error(
            "CRN1303", "there is nothing of this name", "`" + name + "` does not exist here")
        .suggest("a resource with `when` may be absent: guard it with `has(" + name + ".id)`");
  }

  static Diagnostic noField(String path, String name, Collection<String> names) {
    Diagnostic problem =
        Diagnostic.error(
            "CRN1304",
            "there is no such attribute or key",
            "`" + path + "` has no " + Quoted.of(name));
    return Names.nearest(name, names)
        .map(near -> problem.suggest("did you mean " + Quoted.of(near) + "?"))
        .orElse(problem);
  }

  static Diagnostic noFields(String name, Shape shape) {
    return Diagnostic.error(
        "CRN1304",
        "there is no such attribute or key",
        "a value of type " + shape + " has no " + Quoted.of(name));
  }

  static Diagnostic badIndex(Shape shape) {
    return Diagnostic.error(
        "CRN1305",
        "a value has the wrong type",
        "an index is a string or an int, this one is " + shape);
  }

  static Diagnostic notAList(Shape shape) {
    return Diagnostic.error(
        "CRN1305",
        "a value has the wrong type",
        "only a list has numbered elements, this is " + shape);
  }

  static Diagnostic noElement(long index, int size) {
    return Diagnostic.error(
        "CRN1304",
        "there is no such attribute or key",
        "there is no element " + index + " in a list of " + size);
  }

  static Diagnostic noFiles(String path) {
    return Diagnostic.error(
        "CRN1313", "a file cannot be read", "no files are read here: " + Quoted.of(path));
  }

  static Diagnostic noSecret(String source) {
    return Diagnostic.error(
        "CRN1314", "a secret cannot be found", "no secrets are read here: " + Quoted.of(source));
  }
}
