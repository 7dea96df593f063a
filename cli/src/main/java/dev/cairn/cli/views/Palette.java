package dev.cairn.cli.views;

import dev.cairn.cli.invocation.Screen;

/// Colours of a terminal, or none.
public enum Palette {
  PLAIN,
  COLOURED;

  public static Palette of(boolean coloured) {
    return coloured ? COLOURED : PLAIN;
  }

  String red(String text) {
    return style("31", text);
  }

  String green(String text) {
    return style("32", text);
  }

  String yellow(String text) {
    return style("33", text);
  }

  String cyan(String text) {
    return style("36", text);
  }

  String bold(String text) {
    return style("1", text);
  }

  String dim(String text) {
    return style("2", text);
  }

  private String style(String code, String text) {
    return this == PLAIN || text.isEmpty()
        ? text
        : Screen.CONTROL + "[" + code + "m" + text + Screen.CONTROL + "[0m";
  }
}
