package dev.cairn.cli.invocation;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The streams of the process and what is at their other ends.
///
/// @param terminals the numbers of the streams that are terminals: `012`
/// @param columns the width of the terminal; 120 where there is none
public record Terminal(
    PrintStream out,
    PrintStream err,
    BufferedReader in,
    Map<String, String> environment,
    String terminals,
    int columns) {
  private static final int WIDE = 120;

  public Terminal {
    out = Screen.over(out);
    err = Screen.over(err);
    environment = Map.copyOf(environment);
  }

  /// This process's own. The launcher tells which streams are terminals, because it can without
  /// loading anything.
  public static Terminal ofProcess() {
    return new Terminal(
        stream(FileDescriptor.out),
        stream(FileDescriptor.err),
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)),
        System.getenv(),
        System.getProperty("cairn.terminals", ""),
        Integer.getInteger("cairn.columns", WIDE));
  }

  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
  }

  /// Whether somebody is there to be asked.
  public boolean asks() {
    return terminals.contains("0") && terminals.contains("2");
  }

  /// Whether progress can be redrawn in place.
  public boolean live() {
    return terminals.contains("2") && !"dumb".equals(environment.get("TERM"));
  }

  /// Whether what goes to a stream may be coloured, unless an option forbids it.
  public boolean colours(int stream) {
    return terminals.indexOf('0' + stream) >= 0
        && environment.getOrDefault("NO_COLOR", "").isEmpty()
        && !"dumb".equals(environment.get("TERM"));
  }

  /// One line that somebody types; null at the end of the input.
  public @Nullable String line() {
    try {
      return in.readLine();
    } catch (IOException e) {
      return null;
    }
  }
}
