package dev.cairn.cli.command;

import dev.cairn.api.value.Value;
import dev.cairn.cli.invocation.Invocation;
import dev.cairn.cli.invocation.Result;
import dev.cairn.cli.wiring.NewProject;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;

/// `cairn init`: what a project needs before its first apply. Never overwrites anything.
@CommandLine.Command(
    name = "init",
    header = "Begin a project: cairn.yaml with its lineage, and a first stack.",
    footer = {
      "",
      "Examples:",
      "  cairn init                 in the current directory",
      "  cairn -C infra init"
    })
public final class InitCommand implements Command {
  @Override
  public Result run(Invocation invocation) {
    NewProject.Begun begun = new NewProject(invocation.directory()).write();
    List<NewProject.Written> written = begun.files();
    String text =
        written.stream()
            .map(file -> (file.made() ? "wrote " : "kept  ") + file.path() + "\n")
            .collect(Collectors.joining());
    return Result.done(
        Value.Fields.of(
                "files",
                new Value.Items(
                    written.stream()
                        .<Value>map(file ->
                            Value.Fields.of("path", Value.text(file.path()))
                                .with("made", new Value.Flag(file.made())))
                        .toList()))
            .with("state", Value.text(begun.state())),
        text + "state is kept " + begun.state() + "\n");
  }
}
