package dev.cairn.cli.views;

import dev.cairn.api.value.Value;
import dev.cairn.codec.Json;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// Two texts of several lines, compared line by line. Base64 of such a text, as user data is sent,
/// is compared as what it says.
final class LineDifference {
  private static final int LONGEST = 120;
  private static final int MOST_PAIRS = 4_000_000;

  private LineDifference() {}

  /// Lines that go and come one after the other, at a line of the text that will be.
  record Hunk(int line, List<String> gone, List<String> come) {}

  /// Nothing where the two are not texts of several lines.
  static Optional<List<Hunk>> between(Value before, Value after) {
    if (!(before instanceof Value.Text(String was) && after instanceof Value.Text(String will))) {
      return Optional.empty();
    }
    Optional<String> clearWas = decoded(was);
    Optional<String> clearWill = decoded(will);
    boolean said = clearWas.isPresent() && clearWill.isPresent() && !clearWas.equals(clearWill);
    String one = said ? clearWas.orElseThrow() : was;
    String other = said ? clearWill.orElseThrow() : will;
    return one.contains("\n") || other.contains("\n")
        ? Optional.of(hunks(List.of(one.split("\n", -1)), List.of(other.split("\n", -1))))
        : Optional.empty();
  }

  private static Optional<String> decoded(String text) {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(text));
      String clear = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
      return Optional.of(clear).filter(LineDifference::isScript);
    } catch (IllegalArgumentException | CharacterCodingException notText) {
      return Optional.empty();
    }
  }

  /// Many a word happens to be valid base64: only what decodes to lines for people is shown so.
  private static boolean isScript(String text) {
    return (text.startsWith("#") || text.contains("\n"))
        && text.chars()
            .allMatch(c -> (c >= ' ' && c != 0x7f) || c == '\n' || c == '\t' || c == '\r');
  }

  private static List<Hunk> hunks(List<String> was, List<String> will) {
    int start = 0;
    while (start < Math.min(was.size(), will.size()) && was.get(start).equals(will.get(start))) {
      start++;
    }
    int end = 0;
    while (end < Math.min(was.size(), will.size()) - start
        && was.get(was.size() - 1 - end).equals(will.get(will.size() - 1 - end))) {
      end++;
    }
    List<String> one = was.subList(start, was.size() - end);
    List<String> other = will.subList(start, will.size() - end);
    if ((long) one.size() * other.size() > MOST_PAIRS) {
      return List.of(hunk(start, one, other));
    }
    return walk(start, one, other, shared(one, other));
  }

  /// How many lines the rests from each pair of places have in common, in order.
  private static int[][] shared(List<String> one, List<String> other) {
    int[][] most = new int[one.size() + 1][other.size() + 1];
    for (int i = one.size() - 1; i >= 0; i--) {
      for (int j = other.size() - 1; j >= 0; j--) {
        most[i][j] =
            one.get(i).equals(other.get(j))
                ? most[i + 1][j + 1] + 1
                : Math.max(most[i + 1][j], most[i][j + 1]);
      }
    }
    return most;
  }

  private static List<Hunk> walk(int start, List<String> one, List<String> other, int[][] shared) {
    List<Hunk> hunks = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < one.size() || j < other.size()) {
      int fromOne = i;
      int fromOther = j;
      // A hunk ends where both sides go on with the same line.
      while (differ(one, i, other, j)) {
        boolean goes =
            j == other.size() || (i < one.size() && shared[i + 1][j] >= shared[i][j + 1]);
        i += goes ? 1 : 0;
        j += goes ? 0 : 1;
      }
      hunks.add(hunk(start + fromOther, one.subList(fromOne, i), other.subList(fromOther, j)));
      while (i < one.size() && j < other.size() && !differ(one, i, other, j)) {
        i++;
        j++;
      }
    }
    return hunks;
  }

  private static boolean differ(List<String> one, int i, List<String> other, int j) {
    boolean both = i < one.size() && j < other.size();
    boolean any = i < one.size() || j < other.size();
    return both ? !one.get(i).equals(other.get(j)) : any;
  }

  private static Hunk hunk(int before, List<String> one, List<String> other) {
    List<String> gone = new ArrayList<>(one.stream().map(LineDifference::line).toList());
    List<String> come = new ArrayList<>(other.stream().map(LineDifference::line).toList());
    for (int i = 0; i < Math.max(gone.size(), come.size()); i++) {
      String was = i < gone.size() ? gone.get(i) : "";
      String will = i < come.size() ? come.get(i) : "";
      if (was.length() > LONGEST || will.length() > LONGEST) {
        Sides sides = Sides.cut(was, will);
        set(gone, i, sides.before());
        set(come, i, sides.after());
      }
    }
    return new Hunk(before + 1, gone, come);
  }

  private static void set(List<String> lines, int at, String line) {
    if (at < lines.size()) {
      lines.set(at, line);
    }
  }

  /// A line as it is, or in quotes where its end or a character in it could not be seen.
  private static String line(String text) {
    boolean plain =
        !text.isEmpty()
            && !text.startsWith("\"")
            && !Character.isWhitespace(text.charAt(text.length() - 1))
            && text.codePoints().noneMatch(LineDifference::cannotBeSeen);
    return plain ? text : Json.canonical(Value.text(text));
  }

  private static boolean cannotBeSeen(int c) {
    return Character.isISOControl(c) || Character.getType(c) == Character.FORMAT;
  }
}
