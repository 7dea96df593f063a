package dev.cairn.docker.form;

import java.util.ArrayList;
import java.util.List;

/// Splits a command line into words as a shell does: blanks, single and double quotes, backslashes;
/// nothing is expanded.
final class Words {
  private final String text;
  private final List<String> words = new ArrayList<>();
  private final StringBuilder word = new StringBuilder();
  private boolean open;

  private Words(String text) {
    this.text = text;
  }

  static List<String> of(String text) {
    return new Words(text).split();
  }

  private List<String> split() {
    char quote = 0;
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '\\' && quote != '\'' && at + 1 < text.length()) {
        take(text.charAt(++at));
      } else if (quote != 0) {
        quote = unquote(c, quote);
      } else if (c == '\'' || c == '"') {
        quote = c;
        open = true;
      } else if (Character.isWhitespace(c)) {
        end();
      } else {
        take(c);
      }
    }
    end();
    return words;
  }

  private char unquote(char c, char quote) {
    if (c == quote) {
      return 0;
    }
    take(c);
    return quote;
  }

  private void take(char c) {
    word.append(c);
    open = true;
  }

  private void end() {
    if (open) {
      words.add(word.toString());
      word.setLength(0);
      open = false;
    }
  }
}
