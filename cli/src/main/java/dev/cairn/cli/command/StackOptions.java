package dev.cairn.cli.command;

import dev.cairn.cli.invocation.Invocation;
import dev.cairn.cli.wiring.StackRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options that say what is given to a stack.
final class StackOptions {
  @Option(
      names = "--env",
      paramLabel = "ENV",
      description = "The environment: reads envs/ENV.yaml beside the stack.")
  private @Nullable String environment;

  @Option(
      names = "--var",
      paramLabel = "NAME=VALUE",
      description = "A variable; VALUE is read as YAML.")
  private Map<String, String> variables = Map.of();

  @Option(names = "--var-file", paramLabel = "FILE", description = "A YAML file of variables.")
  private List<Path> variableFiles = List.of();

  @Option(
      names = "--simulate",
      description = "Simulated providers and a state of their own: no cloud, no engine.")
  private boolean simulate;

  StackRequest request(Invocation invocation, String stack) {
    return new StackRequest(
        invocation.directory(),
        stack,
        environment,
        new TreeMap<>(variables),
        variableFiles,
        simulate);
  }
}
