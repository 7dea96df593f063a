package dev.cairn.acceptance.pairs;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/// Resources in which every setting, and every pair of settings that can go together, occurs.
/// Greedy: each begins with a pair that is missing, and takes the setting that brings most missing
/// pairs of one attribute after the other.
final class CoveringArray {
  record Pair(Setting one, Setting other) {}

  private final Space space;
  private final Random random;
  private final Set<Pair> missing = new LinkedHashSet<>();

  private CoveringArray(Space space, long seed) {
    this.space = space;
    this.random = new Random(seed);
  }

  static List<List<Setting>> of(Space space, long seed) {
    CoveringArray array = new CoveringArray(space, seed);
    List<Setting> all = new ArrayList<>(space.settings());
    Collections.shuffle(all, array.random);
    for (Setting one : all) {
      array.missing.add(new Pair(one, one));
      all.stream()
          .filter(other -> space.together(one, other))
          .forEach(other -> array.missing.add(new Pair(one, other)));
    }
    List<List<Setting>> rows = new ArrayList<>();
    while (!array.missing.isEmpty()) {
      rows.add(array.row());
    }
    return rows;
  }

  private List<Setting> row() {
    Iterator<Pair> first = missing.iterator();
    Pair start = first.next();
    List<Setting> row = new ArrayList<>(List.of(start.one()));
    if (!start.other().equals(start.one())) {
      row.add(start.other());
    }
    List<String> attributes =
        new ArrayList<>(space.settings().stream().map(Setting::attribute).distinct().toList());
    Collections.shuffle(attributes, random);
    attributes.forEach(attribute -> take(attribute, row));
    row.forEach(one -> row.forEach(other -> missing.remove(new Pair(one, other))));
    return row;
  }

  private void take(String attribute, List<Setting> row) {
    space.settings().stream()
        .filter(setting -> setting.attribute().equals(attribute) && space.fits(setting, row))
        .max((a, b) -> Long.compare(gain(a, row), gain(b, row)))
        .ifPresent(row::add);
  }

  private long gain(Setting setting, List<Setting> row) {
    return row.stream().filter(other -> missing.contains(new Pair(setting, other))).count();
  }
}
