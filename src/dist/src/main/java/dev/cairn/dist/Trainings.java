package dev.cairn.dist;

import java.nio.file.Path;
import java.util.List;

/// What is run to make Cairn's own caches: the commands in `src/main/training/FAMILY.txt`, in a
/// copy of that directory.
final class Trainings {
  private static final String REHEARSAL = "dev.cairn.cli.Rehearsal";

  private Trainings() {}

  static List<Training> in(Path material) {
    return List.of(
        new Training("core", REHEARSAL, List.of("core.txt"), material),
        new Training("cloud", REHEARSAL, List.of("cloud.txt"), material));
  }
}
