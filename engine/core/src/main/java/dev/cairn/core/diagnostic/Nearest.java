package dev.cairn.core.diagnostic;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/// Finds what somebody probably meant.
public final class Nearest {
  private Nearest() {}

  /// The candidate that takes the fewest edits, if they are few; of equal ones the first.
  public static Optional<String> to(String written, Collection<String> candidates) {
    int limit = Math.max(1, written.length() / 3) + 1;
    String best = null;
    for (String candidate : candidates) {
      int distance = distance(fold(written), fold(candidate));
      if (distance < limit) {
        limit = distance;
        best = candidate;
      }
    }
    return Optional.ofNullable(best);
  }

  /// `did you mean "…"?`, or nothing.
  public static String[] suggestion(String written, Collection<String> candidates) {
    return to(written, candidates)
        .map(nearest -> new String[] {"did you mean `" + nearest + "`?"})
        .orElseGet(() -> new String[0]);
  }

  private static String fold(String text) {
    return text.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "");
  }

  /// Levenshtein's distance, in which two neighbours that changed places count once.
  private static int distance(String a, String b) {
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        cost[i][j] = i == 0 ? j : j == 0 ? i : step(a, b, i, j, cost);
      }
    }
    return cost[a.length()][b.length()];
  }

  private static int step(String a, String b, int i, int j, int[][] cost) {
    int same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
    int least = Math.min(cost[i - 1][j - 1] + same, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
  }
}
