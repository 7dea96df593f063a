package dev.cairn.cli;

import dev.cairn.api.value.Value;
import dev.cairn.cli.invocation.Terminal;
import dev.cairn.codec.Json;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/// One run of the command line inside this JVM.
record CommandLineRun(int exit, String out, String err) {
  /// Without a terminal.
  static CommandLineRun of(String... arguments) {
    return typing("", "", arguments);
  }

  /// @param terminals the numbers of the streams that are terminals
  /// @param typed what somebody types
  static CommandLineRun typing(String terminals, String typed, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Terminal terminal =
        new Terminal(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            new BufferedReader(new StringReader(typed)),
            Map.of("TERM", "dumb", "PASSWORD", "correct horse"),
            terminals,
            120);
    int exit = Main.run(List.of(arguments), terminal);
    return new CommandLineRun(
        exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /// The one document on stdout.
  Value.Fields document() {
    return (Value.Fields) Json.read(out);
  }
}
