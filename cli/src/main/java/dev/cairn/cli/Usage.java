package dev.cairn.cli;

import dev.cairn.api.diagnostic.Diagnostic;
import dev.cairn.cli.invocation.ExitCode;
import dev.cairn.cli.invocation.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// What is wrong with a command line.
final class Usage {
  /// An address that is none, and options that exclude each other.
  private static final Set<String> WRONG = Set.of("CRN7008", "CRN7012");

  private Usage() {}

  static Result problem(ParameterException e) {
    List<String> ways = new ArrayList<>();
    if (e instanceof UnmatchedArgumentException unmatched) {
      unmatched.getSuggestions().stream()
          .limit(2)
          .forEach(suggestion -> ways.add("did you mean `" + suggestion + "`?"));
    }
    ways.add(e.getCommandLine().getCommandSpec().qualifiedName(" ") + " --help");
    return usage(
        "CRN7001", "the command line cannot be understood", String.valueOf(e.getMessage()), ways);
  }

  /// A command that only groups others was given without one of them.
  static Result incomplete(CommandLine line) {
    return usage(
        "CRN7002",
        "a sub-command is missing",
        line.getCommandSpec().qualifiedName(" ")
            + " takes one of: "
            + String.join(", ", line.getSubcommands().keySet()),
        List.of(line.getCommandSpec().qualifiedName(" ") + " --help"));
  }

  /// The exit code of diagnostics: some say that the command line itself is wrong.
  static int exit(List<Diagnostic> diagnostics) {
    return diagnostics.stream().anyMatch(found -> WRONG.contains(found.code()))
        ? ExitCode.USAGE
        : ExitCode.FAILED;
  }

  private static Result usage(String code, String summary, String detail, List<String> ways) {
    return Result.failed(
        ExitCode.USAGE,
        List.of(Diagnostic.error(code, summary, detail).suggest(ways.toArray(String[]::new))));
  }
}
