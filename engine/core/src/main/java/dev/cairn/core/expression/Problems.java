package dev.cairn.core.expression;

import dev.cairn.api.diagnostic.Diagnostic;
import dev.cairn.api.value.Shape;
import dev.cairn.core.diagnostic.Nearest;
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
    return Diagnostic.error(
            "CRN1304",
            "there is no such attribute or key",
            "`" + path + "` has no " + Quoted.of(name))
        .suggest(Nearest.suggestion(name, names));
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

  static Diagnostic badArgument(String function, String detail) {
    return Diagnostic.error(
        "CRN1315", "a function cannot take this argument", function + ": " + detail);
  }

  static Diagnostic badSecret() {
    return Diagnostic.error(
            "CRN1314",
            "a secret cannot be found",
            "`secret(…)` takes \"env:NAME\" or \"file:PATH\", a text that is known")
        .suggest("write secret(\"env:NAME\")");
  }

  static Diagnostic secretKey() {
    return Diagnostic.error(
            "CRN2011",
            "a sensitive value may not be a key or a name",
            "this key is made from something sensitive; keys are shown in plans, logs and the"
                + " state")
        .suggest("write the key in clear and keep the secret for its value");
  }

  static Diagnostic secretAbsent(String source, String reason) {
    return Diagnostic.error(
        "CRN1314", "a secret cannot be found", Quoted.of(source) + " " + reason);
  }

  static Diagnostic file(String path, String reason) {
    return Diagnostic.error("CRN1313", "a file cannot be read", Quoted.of(path) + " " + reason);
  }

  static Diagnostic unknownFile() {
    return Diagnostic.error(
            "CRN1313",
            "a file cannot be read",
            "the plan must know which file it is: its name waits for something unknown, or for a"
                + " macro around it")
        .suggest("name the file by variables, locals or each");
  }

  static Diagnostic omitted() {
    return Diagnostic.error(
            "CRN1317",
            "a value is needed where omit() gives none",
            "`omit()` unsets an attribute, or drops an element of a list or a map")
        .suggest("use it alone or as a branch of `?:`");
  }

  static Diagnostic noNull() {
    return Diagnostic.error("CRN1318", "there is no null in a stack", "what is not set is left out")
        .suggest("leave it out, or use `omit()`");
  }

  static Diagnostic noForm(String form) {
    return Diagnostic.error(
        "CRN1305", "a value has the wrong type", "the expression gives " + form);
  }

  static Diagnostic refInExpression() {
    return Diagnostic.error(
        "CRN1306",
        "a whole resource is used as a value",
        "an attribute that holds a resource itself cannot be read in an expression");
  }

  static Diagnostic wrongType(String given, String expected) {
    return Diagnostic.error(
        "CRN1305", "a value has the wrong type", "this is " + given + ", expected " + expected);
  }

  static Diagnostic notInText(String type) {
    return Diagnostic.error(
            "CRN1310",
            "a value cannot stand in text",
            "text around `${…}` takes string, int, bool and number, this is " + type)
        .suggest("use `json(…)`, or `.join(\",\")` on a list of strings");
  }

  static Diagnostic tooMuch(String detail) {
    return Diagnostic.error("CRN1321", "an expression makes too much", detail)
        .suggest("make less: fewer elements, shorter text, no loops over each other");
  }

  static Diagnostic failed(String detail) {
    return Diagnostic.error("CRN1311", "an expression fails", detail);
  }

  static Diagnostic notFinished(String attribute) {
    return Diagnostic.error(
        "CRN1316",
        "a value that a step should have set is not there",
        "`" + attribute + "` has no value");
  }

  static Diagnostic otherShape(String attribute, String given, String promised) {
    return Diagnostic.error(
        "CRN1316",
        "a value that a step should have set is not there",
        "the provider gave " + given + " for `" + attribute + "`, its schema says " + promised);
  }

  static Diagnostic duplicates() {
    return Diagnostic.error(
        "CRN1319", "an element is twice in a set", "the elements of a set are unique");
  }

  static Diagnostic noInstance(String reference) {
    return Diagnostic.error(
        "CRN1303",
        "there is nothing of this name",
        "there is no resource `" + reference + "` here");
  }

  static Diagnostic needsResource(String type) {
    return Diagnostic.error(
            "CRN1320",
            "a resource itself is expected",
            "this place takes " + type + ", not a value")
        .suggest("write `${name}`, or `${name[\"key\"]}` for one instance");
  }

  /// @param known every name that there is
  static Diagnostic unknownName(String name, Collection<String> known) {
    return Diagnostic.error(
            "CRN1303", "there is nothing of this name", "`" + name + "` is not known here")
        .suggest(Nearest.suggestion(name, known));
  }

  static Diagnostic selectsInstance(String root, String name) {
    return Diagnostic.error(
            "CRN1307",
            "an instance is chosen by its key",
            "`" + root + "` has an instance for each key of its forEach")
        .suggest("write `" + root + "[" + Quoted.of(name) + "]`");
  }

  static Diagnostic needsKey(String root, String name) {
    return Diagnostic.error(
            "CRN1307",
            "an instance is chosen by its key",
            "`" + root + "` has an instance for each key of its forEach")
        .suggest(
            "write `" + root + "[each.key]." + name + "`",
            "write `" + root + "[\"key\"]." + name + "`");
  }

  static Diagnostic setIndex() {
    return Diagnostic.error(
            "CRN1309", "a set has no order to index", "the elements of a set are not numbered")
        .suggest("use `in`, `exists(…)` or `map(…)`");
  }

  static Diagnostic wholeResource(String path, boolean instances) {
    Diagnostic problem =
        Diagnostic.error(
            "CRN1306",
            "a whole resource is used as a value",
            "`" + path + "` is a resource, an expression reads one of its attributes");
    return problem.suggest(
        instances
            ? "did you mean `" + path + ".map(k, " + path + "[k].id)`?"
            : "did you mean `" + path + ".id`?");
  }

  static Diagnostic wrongResource(String name, String given, String expected) {
    return Diagnostic.error(
        "CRN1320",
        "a resource itself is expected",
        "`" + name + "` is a " + given + ", expected is " + expected);
  }
}
