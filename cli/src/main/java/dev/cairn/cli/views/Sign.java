package dev.cairn.cli.views;

import dev.cairn.api.plan.Action;
import dev.cairn.api.plan.Change;
import java.util.Locale;

/// The sign that a change begins with.
enum Sign {
  CREATE("+"),
  UPDATE("~"),
  DELETE("-"),
  REPLACE("-/+"),
  REPLACE_CREATE_FIRST("+/-"),
  READ("?"),
  RECORD("="),
  WAIT("."),
  NOTHING(" ");

  private final String text;

  Sign(String text) {
    this.text = text;
  }

  static Sign of(Change change) {
    return switch (change.action()) {
      case CREATE -> CREATE;
      case UPDATE -> UPDATE;
      case DELETE -> DELETE;
      case REPLACE -> change.createFirst() ? REPLACE_CREATE_FIRST : REPLACE;
      case READ -> READ;
      case ADOPT, MOVE, FORGET, RELEASE -> RECORD;
      case WAIT, UNREAD -> WAIT;
      case NO_OP -> NOTHING;
    };
  }

  /// Three columns wide.
  String coloured(Palette palette) {
    String padded = String.format(Locale.ROOT, "%3s", text);
    return switch (this) {
      case CREATE -> palette.green(padded);
      case UPDATE -> palette.yellow(padded);
      case DELETE, REPLACE, REPLACE_CREATE_FIRST -> palette.red(padded);
      case READ, RECORD -> palette.cyan(padded);
      case WAIT -> palette.yellow(padded);
      case NOTHING -> padded;
    };
  }

  /// What people call it where the sign alone does not say it.
  static String word(Action action) {
    return switch (action) {
      case CREATE, UPDATE, DELETE, NO_OP, UNREAD -> "";
      case WAIT -> "not now";
      case REPLACE -> "replace";
      case ADOPT -> "adopt";
      case MOVE -> "move";
      case FORGET -> "forget";
      case RELEASE -> "release";
      case READ -> "read during apply";
    };
  }
}
