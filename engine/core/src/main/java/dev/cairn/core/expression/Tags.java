package dev.cairn.core.expression;

import dev.cairn.api.diagnostic.DiagnosticException;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// What tags become on hosts and in containers.
final class Tags {
  private static final String DOCKER = "docker.";

  private Tags() {}

  /// The tags whose keys begin with `docker.`, without that beginning.
  ///
  /// @param tags texts, or maps with a `value`, as an autoscaling group has them
  static SortedMap<String, String> dockerLabels(Map<?, ?> tags) {
    SortedMap<String, String> labels = new TreeMap<>();
    tags.forEach((key, tag) -> {
      String name = (String) key;
      if (name.startsWith(DOCKER) && name.length() > DOCKER.length()) {
        labels.put(name.substring(DOCKER.length()), text("dockerLabels", name, tag));
      }
    });
    return labels;
  }

  /// The tags that `mapping` names, as environment variables; a tag that is not there is left out.
  ///
  /// @param mapping names of variables by tag keys
  static SortedMap<String, String> environment(Map<?, ?> mapping, Map<?, ?> tags) {
    SortedMap<String, String> variables = new TreeMap<>();
    mapping.forEach((key, variable) -> {
      if (tags.containsKey(key)) {
        String value = text("env", (String) key, tags.get(key));
        if (variables.put((String) variable, value) != null) {
          throw new DiagnosticException(
              Problems.badArgument("env", "two tags become " + Quoted.of((String) variable)));
        }
      }
    });
    return variables;
  }

  private static String text(String function, String key, Object tag) {
    Object value =
        tag instanceof Map<?, ?> map && map.get("value") != null ? map.get("value") : tag;
    if (value instanceof String text) {
      return text;
    }
    throw new DiagnosticException(
        Problems.badArgument(function, "the tag " + Quoted.of(key) + " is no string"));
  }
}
