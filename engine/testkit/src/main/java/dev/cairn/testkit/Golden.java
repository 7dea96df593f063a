package dev.cairn.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Files that hold what is expected. `-Dcairn.golden=write` writes them anew, to be read and
/// committed; where `CI` is `true` that switch is refused, so that no build approves itself.
public final class Golden {
  private static final String SWITCH = "cairn.golden";
  private final Path directory;
  private final boolean write;

  private Golden(Path directory, boolean write) {
    this.directory = directory;
    this.write = write;
  }

  /// The golden files of a module.
  ///
  /// @param directory below the module's own: `src/test/resources/golden`
  public static Golden in(String directory) {
    return in(Path.of(directory), System.getProperty(SWITCH, ""), System.getenv("CI"));
  }

  static Golden in(Path directory, String mode, @Nullable String ci) {
    boolean write = mode.equals("write");
    if (!write && !mode.isEmpty()) {
      throw new IllegalArgumentException("-D" + SWITCH + " takes write, not " + mode);
    }
    if (write && "true".equals(ci)) {
      throw new IllegalStateException("-D" + SWITCH + "=write is refused where CI=true");
    }
    return new Golden(directory, write);
  }

  /// Compares a text with a file, or writes the file.
  public void check(String file, String actual) {
    Path path = directory.resolve(file);
    try {
      if (write) {
        Files.createDirectories(path.toAbsolutePath().getParent());
        Files.writeString(path, actual);
      } else {
        assertThat(path).as("golden file; -D%s=write makes it", SWITCH).exists();
        assertThat(actual)
            .as("golden file %s; -D%s=write writes it anew", path, SWITCH)
            .isEqualTo(Files.readString(path));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
