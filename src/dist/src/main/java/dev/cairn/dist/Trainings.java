package dev.cairn.dist;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// What is run to make Cairn's own caches: the commands in `src/main/training/FAMILY.txt`, in a
/// copy of that directory.
final class Trainings {
  private static final String REHEARSAL = "dev.cairn.cli.Rehearsal";

  private Trainings() {}

  static List<Training> in(Path material, Stub stub) {
    return List.of(
        new Training("core", REHEARSAL, List.of("core.txt"), material, Map.of()),
        new Training("simulated", REHEARSAL, List.of("simulated.txt"), material, Map.of()),
        new Training("cloud", REHEARSAL, List.of("cloud.txt"), material, cloud(stub)));
  }

  private static Map<String, String> cloud(Stub stub) {
    return Map.of(
        "CAIRN_VAR_endpoint", "http://127.0.0.1:" + stub.port(),
        "CAIRN_VAR_engine", "tcp://127.0.0.1:" + stub.port(),
        "AWS_ACCESS_KEY_ID", "training",
        "AWS_SECRET_ACCESS_KEY", "training",
        "AWS_EC2_METADATA_DISABLED", "true");
  }
}
