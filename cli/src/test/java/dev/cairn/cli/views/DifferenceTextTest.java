package dev.cairn.cli.views;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.api.address.Path;
import dev.cairn.api.plan.Difference;
import dev.cairn.api.value.Value;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DifferenceTextTest {
  private static final List<String> PIECES =
      List.of("a", "b", " ", "\n", "\t", "\r", "\"", "\\", "\u200b", "😀", "-", "x".repeat(80));

  @Test
  void userDataIsComparedAsTheLinesThatItSays() {
    String boot = "#!/bin/sh\n" + "echo one of the lines before\n".repeat(20);
    assertThat(lines(base64(boot + "start old\nend\n"), base64(boot + "start new\nend\n")))
        .containsExactly("p:", "  line 22:", "  - start old", "  + start new");
  }

  @Test
  void aLongLineIsCutAroundItsFirstDifference() {
    String same = "x".repeat(500);
    assertThat(lines(Value.text(same + "old"), Value.text(same + "new")))
        .containsExactly(
            "p:",
            "  - ..." + "x".repeat(20) + "old\" (from character 482 of 505)",
            "  + ..." + "x".repeat(20) + "new\" (from character 482 of 505)");
  }

  @Test
  void anElementIsToldApartFromTheOneThatItReplaces() {
    Value was = new Value.Items(List.of(Value.text("y".repeat(90) + "1")));
    Value will = new Value.Items(List.of(Value.text("z"), Value.text("y".repeat(90) + "2")));
    assertThat(lines(was, will)).anyMatch(line -> line.contains("1\""));
    assertThat(lines(was, will)).anyMatch(line -> line.contains("2\""));
  }

  @Test
  void theShownFormsOfTwoDifferentValuesDiffer() {
    for (long seed = 0; seed < 20_000; seed++) {
      Random random = new Random(seed);
      Value before = value(random, 2);
      Value after = random.nextInt(4) == 0 ? value(random, 2) : near(before, random);
      if (!before.equals(after)) {
        List<String> shown = lines(before, after);
        assertThat(said(shown, "- "))
            .as("seed %d: %s", seed, shown)
            .isNotEqualTo(said(shown, "+ "));
      }
    }
  }

  /// What a side says: its lines, or its half of the lines that hold both.
  private static List<String> said(List<String> lines, String sign) {
    List<String> said = new ArrayList<>();
    for (String line : lines) {
      String text = line.strip();
      int arrow = text.lastIndexOf(" -> ");
      if (text.startsWith(sign)) {
        said.add(text.substring(2));
      } else if (!text.startsWith("- ") && !text.startsWith("+ ") && arrow >= 0) {
        int colon = text.indexOf(": ");
        said.add(sign.equals("- ") ? text.substring(colon + 2, arrow) : text.substring(arrow + 4));
      } else if (sign.equals("+ ") && !text.startsWith("- ") && !text.endsWith(":")) {
        said.add(text);
      }
    }
    return said;
  }

  private static Value value(Random random, int depth) {
    return switch (random.nextInt(depth > 0 ? 6 : 4)) {
      case 0 -> new Value.Whole(random.nextInt(3));
      case 1 -> base64("#!/bin/sh\n" + text(random));
      case 2, 3 -> Value.text(text(random));
      case 4 -> new Value.Items(List.of(value(random, depth - 1), value(random, depth - 1)));
      default -> Value.Fields.of(Map.of("k", value(random, depth - 1)));
    };
  }

  /// The same but for one place.
  private static Value near(Value value, Random random) {
    return switch (value) {
      case Value.Text(String text) ->
          Value.text(random.nextBoolean() ? more(text, random) : other(text, random));
      case Value.Items(List<Value> items) ->
          new Value.Items(List.of(items.get(0), near(items.get(1), random)));
      case Value.Fields fields ->
          Value.Fields.of(Map.of("k", near(fields.fields().values().iterator().next(), random)));
      default -> value(random, 1);
    };
  }

  private static String more(String text, Random random) {
    int at = text.offsetByCodePoints(0, random.nextInt(text.codePointCount(0, text.length()) + 1));
    return text.substring(0, at) + piece(random) + text.substring(at);
  }

  /// As long as before: no count of characters tells the two apart.
  private static String other(String text, Random random) {
    int[] points = text.codePoints().toArray();
    if (points.length > 0) {
      int at = random.nextInt(points.length);
      points[at] = points[at] == 'a' ? 'b' : 'a';
    }
    return new String(points, 0, points.length);
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int pieces = random.nextInt(12); pieces > 0; pieces--) {
      text.append(piece(random));
    }
    return text.toString();
  }

  private static String piece(Random random) {
    return PIECES.get(random.nextInt(PIECES.size()));
  }

  private static Value base64(String text) {
    return Value.text(Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static List<String> lines(Value before, Value after) {
    return new DifferenceText(Palette.PLAIN, 100)
        .lines(new Difference(Path.of("p"), before, after), "");
  }
}
