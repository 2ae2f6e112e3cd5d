package dev.recap.desk.review;

import java.util.List;
import java.util.regex.Pattern;

/** How much of a draft stayed when a person changed it. */
final class Kept {
  private static final Pattern BETWEEN_WORDS = Pattern.compile("\\s+");
  private static final int MOST_WORDS = 4_000;

  private Kept() {}

  /** The longest common sequence of words, as a share of the draft's words. */
  static double share(String draft, String text) {
    List<String> before = words(draft);
    List<String> after = words(text);
    if (before.isEmpty()) {
      return 0;
    }
    int[] row = new int[after.size() + 1];
    for (String word : before) {
      int diagonal = 0;
      for (int i = 1; i < row.length; i++) {
        int above = row[i];
        row[i] = word.equals(after.get(i - 1)) ? diagonal + 1 : Math.max(row[i], row[i - 1]);
        diagonal = above;
      }
    }
    return (double) row[after.size()] / before.size();
  }

  private static List<String> words(String text) {
    return BETWEEN_WORDS
        .splitAsStream(text.strip())
        .filter(w -> !w.isEmpty())
        .limit(MOST_WORDS)
        .toList();
  }
}
