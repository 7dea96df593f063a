package dev.cairn.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The directory `dist`: one immutable directory for each content, and `current`, which names the
/// one to run and is as old as the start of the build that made it.
record Distribution(Path directory, Path launcher) {
  private static final Duration KEPT = Duration.ofDays(1);

  /// Makes the distribution of these jars, unless it is there already, and points `current` to it.
  ///
  /// @param started when the build started: whatever is changed later is newer than its result
  /// @return the distribution's directory
  Path make(Jars jars, List<Training> trainings, Instant started)
      throws IOException, InterruptedException {
    List<Path> inputs = new ArrayList<>(jars.all());
    inputs.add(launcher);
    for (Training training : trainings) {
      inputs.addAll(new Tree(training.material()).files());
    }
    Path target = directory.resolve(Fingerprint.of(inputs));
    if (!Files.isDirectory(target)) {
      fill(jars, trainings, target);
    }
    pointTo(target, started);
    sweep(target);
    return target;
  }

  private void fill(Jars jars, List<Training> trainings, Path target)
      throws IOException, InterruptedException {
    Files.createDirectories(directory);
    Path made = Files.createDirectory(directory.resolve(".new-" + ProcessHandle.current().pid()));
    Layout layout = new Layout(made);
    Files.createDirectories(layout.core().getParent());
    MergedJar.of(jars.core()).write(layout.core(), true);
    MergedJar.of(jars.cloud()).write(layout.cloud(), false);
    Files.copy(launcher, layout.launcher(), StandardCopyOption.COPY_ATTRIBUTES);
    for (Training training : trainings) {
      IO.println("cairn-dist: " + training.family() + " start-up cache");
      training.run(layout);
    }
    Files.move(made, target, StandardCopyOption.ATOMIC_MOVE);
  }

  private void pointTo(Path target, Instant started) throws IOException {
    Path pointer = directory.resolve(".current-" + ProcessHandle.current().pid());
    Files.writeString(pointer, target.getFileName() + "\n");
    Files.setLastModifiedTime(pointer, FileTime.from(started));
    Files.move(pointer, directory.resolve("current"), StandardCopyOption.ATOMIC_MOVE);
  }

  /// Removes what is neither current nor young enough to be in use still.
  private void sweep(Path current) throws IOException {
    Instant old = Instant.now().minus(KEPT);
    try (Stream<Path> all = Files.list(directory)) {
      for (Path path : all.filter(Files::isDirectory).toList()) {
        if (!path.equals(current) && Files.getLastModifiedTime(path).toInstant().isBefore(old)) {
          new Tree(path).delete();
        }
      }
    }
  }

  /// What `current` names.
  Optional<Path> current() throws IOException {
    Path pointer = directory.resolve("current");
    return Files.exists(pointer)
        ? Optional.of(directory.resolve(Files.readString(pointer).strip()))
        : Optional.empty();
  }
}
