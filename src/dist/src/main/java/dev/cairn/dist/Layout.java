package dev.cairn.dist;

import java.nio.file.Path;

/// The files of one distribution.
record Layout(Path root) {
  Path core() {
    return root.resolve("lib/core.jar");
  }

  Path cloud() {
    return root.resolve("lib/cloud.jar");
  }

  Path launcher() {
    return root.resolve("cairn");
  }

  Path cache(String family) {
    return root.resolve(family + ".aot");
  }

  /// As the launcher gives it: a cache is used only with the class path that it was made with.
  String classPath() {
    return core() + ":" + cloud();
  }
}
