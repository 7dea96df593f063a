package dev.cairn.cli.command;

import dev.cairn.api.value.Value;
import dev.cairn.cli.invocation.Invocation;
import dev.cairn.cli.invocation.Result;
import dev.cairn.cli.invocation.Version;
import java.util.Map;
import picocli.CommandLine;

/// `cairn version`: which program this is. Without options it is answered before picocli is loaded.
@CommandLine.Command(
    name = "version",
    header = "Show the version.",
    footer = {"", "Example:", "  cairn version --json"})
public final class VersionCommand implements Command {
  @Override
  public Result run(Invocation invocation) {
    Version version = Version.current();
    return Result.done(
        Value.Fields.of(
            Map.of(
                "version", Value.text(version.number()),
                "build", Value.text(version.build()),
                "java", Value.text(System.getProperty("java.vm.version", "")))),
        version + "\n");
  }
}
