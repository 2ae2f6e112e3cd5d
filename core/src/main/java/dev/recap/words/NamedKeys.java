package dev.recap.words;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The keys in a text: its words with a digit in them, such as ids, dates and numbers. They are what
 * a later call is most likely to need of a result that was dropped, and what recall can be asked
 * for. One word says nothing, so no order gets through.
 */
public final class NamedKeys {
  private static final Pattern WORD = Pattern.compile("#?[\\p{L}\\p{N}]+(?:[_.-][\\p{L}\\p{N}]+)*");
  private static final int SHORTEST = 4;
  private static final int LONGEST = 40;

  private NamedKeys() {}

  /**
   * The first of them, each once.
   *
   * @param known a text whose words need not be named again
   * @param mostTokens estimated, of all together
   */
  public static List<String> in(String text, String known, int mostTokens) {
    Set<String> said =
        new LinkedHashSet<>(WORD.matcher(known).results().map(MatchResult::group).toList());
    Set<String> keys = new LinkedHashSet<>();
    int left = mostTokens;
    for (MatchResult word : (Iterable<MatchResult>) WORD.matcher(text).results()::iterator) {
      if (isKey(word.group()) && said.add(word.group())) {
        // One more for the comma.
        left -= TokenEstimate.of(word.group()) + 1;
        if (left < 0) {
          break;
        }
        keys.add(word.group());
      }
    }
    return List.copyOf(keys);
  }

  private static boolean isKey(String word) {
    return word.length() >= SHORTEST
        && word.length() <= LONGEST
        && word.chars().anyMatch(Character::isDigit);
  }
}
