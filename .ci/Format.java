import com.google.googlejavaformat.java.Main;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Formats all Java files of the repository, or checks that they are formatted. Run by the build:
/// `mvn verify` checks, `mvn -N -Pformat process-sources` applies.
final class Format {
  private Format() {}

  static void main(String[] arguments) throws IOException {
    List<String> command = new ArrayList<>();
    boolean apply = arguments[0].equals("apply");
    command.addAll(apply ? List.of("--replace") : List.of("--dry-run", "--set-exit-if-changed"));
    try (Stream<Path> all = Files.walk(Path.of(""))) {
      all.map(Path::toString)
          .filter(file -> file.endsWith(".java") && !file.matches("(.*/)?(target|dist/[^/]+)/.*"))
          .sorted()
          .forEach(command::add);
    }
    if (!apply) {
      IO.println(
          "formatting: the files named below, if any, differ; mvn -N -Pformat process-sources");
    }
    Main.main(command.toArray(String[]::new));
  }
}
