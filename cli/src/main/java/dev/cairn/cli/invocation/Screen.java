package dev.cairn.cli.invocation;

import dev.cairn.codec.Printable;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/// The one door through which text leaves: whatever is printed, controls in it are shown and not
/// obeyed, but for those that begin with [#CONTROL].
public final class Screen extends PrintStream {
  /// Stands for the escape character in our own sequences, colours for example. Nobody else can
  /// write it, as it is another one in every process.
  public static final String CONTROL = "\u001b" + Long.toString(System.nanoTime(), 36) + "/";

  private Screen(OutputStream out) {
    super(out, true, StandardCharsets.UTF_8);
  }

  static PrintStream over(PrintStream out) {
    return out instanceof Screen ? out : new Screen(out);
  }

  @Override
  public void print(String text) {
    super.print(shown(String.valueOf(text)));
  }

  static String shown(String text) {
    int control = text.indexOf(CONTROL);
    if (control < 0) {
      return Printable.text(text);
    }
    StringBuilder out = new StringBuilder();
    int from = 0;
    while (control >= 0) {
      out.append(Printable.text(text.substring(from, control))).append('\u001b');
      from = control + CONTROL.length();
      control = text.indexOf(CONTROL, from);
    }
    return out.append(Printable.text(text.substring(from))).toString();
  }
}
