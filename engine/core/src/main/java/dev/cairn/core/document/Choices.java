package dev.cairn.core.document;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Where a value may have one of several forms and fits none, every form's findings come at once:
/// those of the form that was probably meant are kept.
final class Choices {
  private Choices() {}

  /// What is left to say: nothing about expressions, and of each choice only one form's findings.
  static List<Finding> resolve(List<Finding> findings) {
    return resolve(findings, 0);
  }

  private static List<Finding> resolve(List<Finding> findings, int level) {
    List<Finding> kept = new ArrayList<>();
    Map<String, Map<String, List<Finding>>> choices = new LinkedHashMap<>();
    for (Finding finding : findings) {
      if (finding.choices().size() > level) {
        Finding.Choice choice = finding.choices().get(level);
        choices
            .computeIfAbsent(choice.place(), place -> new LinkedHashMap<>())
            .computeIfAbsent(choice.form(), form -> new ArrayList<>())
            .add(finding);
      } else if (!finding.hole()) {
        kept.add(finding);
      }
    }
    choices.values().forEach(forms -> kept.addAll(meant(forms.values(), level)));
    return kept;
  }

  private static List<Finding> meant(Collection<List<Finding>> forms, int level) {
    List<List<Finding>> candidates = new ArrayList<>();
    for (List<Finding> form : forms) {
      List<Finding> resolved = resolve(form, level + 1);
      if (resolved.isEmpty()) {
        return List.of();
      }
      candidates.add(resolved);
    }
    return candidates.stream()
        .min(
            Comparator.<List<Finding>>comparingInt(form -> wrongKind(form, level) ? 1 : 0)
                .thenComparingInt(List::size))
        .orElse(List.of());
  }

  /// Whether the form is for another kind of value altogether.
  private static boolean wrongKind(List<Finding> form, int level) {
    return form.stream()
        .anyMatch(finding ->
            finding.keyword().equals("type")
                && finding.choices().size() > level
                && finding.instance().size() == finding.choices().get(level).depth());
  }
}
