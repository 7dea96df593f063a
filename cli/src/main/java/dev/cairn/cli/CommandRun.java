package dev.cairn.cli;

import dev.cairn.api.diagnostic.Diagnostic;
import dev.cairn.api.diagnostic.DiagnosticException;
import dev.cairn.cli.command.Command;
import dev.cairn.cli.command.Root;
import dev.cairn.cli.invocation.ExitCode;
import dev.cairn.cli.invocation.Invocation;
import dev.cairn.cli.invocation.ResolvedSecrets;
import dev.cairn.cli.invocation.Result;
import dev.cairn.cli.invocation.Screen;
import dev.cairn.cli.invocation.Terminal;
import dev.cairn.cli.views.DiagnosticsText;
import dev.cairn.cli.views.Documents;
import dev.cairn.cli.views.Palette;
import dev.cairn.cli.views.Redactor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/// One command from its arguments to its exit code; the one place where problems end.
final class CommandRun {
  private final Terminal terminal;
  private final Root root = new Root();
  private final ResolvedSecrets secrets = new ResolvedSecrets();

  CommandRun(Terminal terminal) {
    this.terminal = terminal;
  }

  int run(List<String> arguments) {
    List<String> words = new ArrayList<>(arguments);
    if (!words.isEmpty() && words.getFirst().equals("help")) {
      words.removeFirst();
      words.add("--help");
    }
    CommandLine line = CommandTable.lineFor(root, words);
    try {
      ParseResult parsed = line.parseArgs(words.toArray(String[]::new));
      return run(last(parsed), words);
    } catch (ParameterException e) {
      Invocation invocation =
          new Invocation(terminal, Path.of(""), words.contains("--json"), false, true, secrets);
      return answer(Usage.problem(e), e.getCommandLine().getCommandName(), invocation, Path.of(""));
    }
  }

  private static ParseResult last(ParseResult parsed) {
    return parsed.hasSubcommand() ? last(parsed.subcommand()) : parsed;
  }

  private int run(ParseResult parsed, List<String> words) {
    CommandLine line = parsed.commandSpec().commandLine();
    if (parsed.isUsageHelpRequested() || words.isEmpty()) {
      terminal.out().print(line.getUsageMessage(colours()).replace("\u001b", Screen.CONTROL));
      return words.isEmpty() ? ExitCode.USAGE : ExitCode.DONE;
    }
    Invocation invocation = root.invocation(terminal, secrets);
    String name = parsed.commandSpec().qualifiedName(" ").replaceFirst("^cairn ", "");
    if (!(parsed.commandSpec().userObject() instanceof Command command)) {
      return answer(Usage.incomplete(line), name, invocation, invocation.directory());
    }
    Result result = run(command, invocation);
    boolean placed = result.diagnostics().stream().anyMatch(found -> found.range() != null);
    Path files = placed ? command.root(invocation) : invocation.directory();
    return answer(result, name, invocation, files);
  }

  private CommandLine.Help.Ansi colours() {
    return root.invocation(terminal, secrets).colours(1)
        ? CommandLine.Help.Ansi.ON
        : CommandLine.Help.Ansi.OFF;
  }

  Result run(Command command, Invocation invocation) {
    try {
      return command.run(invocation);
    } catch (DiagnosticException e) {
      return Result.failed(Usage.exit(e.diagnostics()), e.diagnostics());
    } catch (OutOfMemoryError e) {
      return Result.failed(ExitCode.FAILED, List.of(memory()));
    } catch (RuntimeException | Error e) {
      if (invocation.debug()) {
        e.printStackTrace(terminal.err());
      }
      return Result.failed(ExitCode.INTERNAL, List.of(internal(e)));
    }
  }

  private static Diagnostic memory() {
    long most = Runtime.getRuntime().maxMemory() >> 20;
    return Diagnostic.error(
            "CRN7023", "the memory has ended", "there are " + most + " MiB, and more was needed")
        .suggest("allow more: CAIRN_JAVA_OPTS=-Xmx2g cairn …");
  }

  /// What an exception says may hold anything, so only its kind and place are told.
  private static Diagnostic internal(Throwable e) {
    StackTraceElement[] trace = e.getStackTrace();
    String place = trace.length == 0 ? "" : " at " + trace[0];
    return Diagnostic.error("CRN7000", "internal error", e.getClass().getName() + place)
        .suggest("run it again with --debug and report what it prints");
  }

  /// @param files where the files that diagnostics name are
  private int answer(Result result, String command, Invocation invocation, Path files) {
    Redactor redactor = new Redactor(secrets::all);
    if (invocation.json()) {
      terminal.out().print(redactor.redact(Documents.of(command, result)));
    } else {
      terminal.out().print(redactor.redact(result.text()));
      terminal.out().flush();
      DiagnosticsText text = new DiagnosticsText(Palette.of(invocation.colours(2)), files);
      text.of(result.diagnostics()).forEach(found -> terminal.err().print(redactor.redact(found)));
    }
    return result.exit();
  }
}
