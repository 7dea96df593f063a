package dev.cairn.cli.views;

import dev.cairn.api.value.Value;
import java.util.List;
import java.util.Optional;

/// The printed forms of two different values, which always differ themselves: what is long is cut
/// around the first difference, never at a place before it.
record Sides(String before, String after) {
  private static final int LEAD = 20;
  private static final int WINDOW = 70;

  static Sides of(Value before, Value after) {
    Sides brief = new Sides(ValueText.of(before), ValueText.of(after));
    boolean cut =
        before instanceof Value.Text
            && after instanceof Value.Text
            && !brief.equals(new Sides(ValueText.whole(before), ValueText.whole(after)));
    return cut || brief.same() ? around(before, after) : brief;
  }

  /// An element that a list no longer has, told apart from each of the other side that looks like
  /// it.
  static String gone(Value item, List<Value> others) {
    return lookalike(item, others)
        .map(other -> of(item, other).before())
        .orElse(ValueText.of(item));
  }

  static String come(Value item, List<Value> others) {
    return lookalike(item, others).map(other -> of(other, item).after()).orElse(ValueText.of(item));
  }

  private static Optional<Value> lookalike(Value item, List<Value> others) {
    String text = ValueText.of(item);
    return others.stream().filter(other -> ValueText.of(other).equals(text)).findFirst();
  }

  /// Two printed lines that are too long to be shown whole.
  static Sides cut(String before, String after) {
    int start = Math.max(0, sharedStart(before, after) - LEAD);
    return new Sides(window(before, start), window(after, start));
  }

  private static Sides around(Value before, Value after) {
    String was = ValueText.whole(before);
    String will = ValueText.whole(after);
    // What may not be shown, or is not known, looks alike: that it differs is all that can be said.
    return was.equals(will) ? new Sides(was, will + " (another value)") : cut(was, will);
  }

  private boolean same() {
    return before.equals(after);
  }

  private static int sharedStart(String one, String other) {
    int shared = 0;
    int most = Math.min(one.length(), other.length());
    while (shared < most && one.charAt(shared) == other.charAt(shared)) {
      shared++;
    }
    return shared;
  }

  private static String window(String text, int from) {
    int start = whole(text, Math.min(from, text.length()));
    int end = whole(text, Math.min(text.length(), from + WINDOW));
    String shown = (start > 0 ? "..." : "") + text.substring(start, end);
    if (start == 0 && end == text.length()) {
      return shown;
    }
    String where = start > 0 ? " (from character " + (start + 1) + " of " : " (of ";
    return shown + (end < text.length() ? "..." : "") + where + text.length() + ")";
  }

  /// The place, or the one before it where it would part a character.
  private static int whole(String text, int at) {
    boolean parts = at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at));
    return parts ? at - 1 : at;
  }
}
