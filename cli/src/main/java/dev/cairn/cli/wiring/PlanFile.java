package dev.cairn.cli.wiring;

import dev.cairn.api.diagnostic.Diagnostic;
import dev.cairn.api.diagnostic.DiagnosticException;
import dev.cairn.api.plan.Plan;
import dev.cairn.codec.PlanFormat;
import dev.cairn.codec.Seal;
import dev.cairn.core.expression.ReadableFiles;
import dev.cairn.state.LocalFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// A plan in a file, which its owner alone can read.
public final class PlanFile {
  private static final int LARGEST = 256;

  private PlanFile() {}

  public static void write(Path file, Plan plan, Seal seal) {
    Path target = file.toAbsolutePath();
    Path fresh =
        target.resolveSibling("." + target.getFileName() + "." + ProcessHandle.current().pid());
    try {
      LocalFolder.createFile(fresh);
      Files.writeString(fresh, new PlanFormat(seal).write(plan));
      Files.move(
          fresh, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new DiagnosticException(
          Diagnostic.error("CRN7009", "the plan file cannot be written", file + ": " + e)
              .suggest("name another one with --out"));
    }
  }

  public static Plan read(Path file, Seal seal) {
    try {
      return new PlanFormat(seal).read(ReadableFiles.text(file, LARGEST), file.toString());
    } catch (IOException e) {
      throw new DiagnosticException(
          Diagnostic.error("CRN7011", "the plan file cannot be read", file + ": " + e)
              .suggest("make it: cairn plan --out FILE"));
    }
  }
}
