package dev.recap.words;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The keys in a text: its words with a digit in them, such as ids, dates and numbers. They are what
 * a later call is most likely to need of a result that was dropped, and what recall can be asked
 * for. One word says nothing, so no order gets through.
 */
public final class NamedKeys {
  /** Possessive: a word of many parts would need as many frames of the stack otherwise. */
  private static final Pattern WORD =
      Pattern.compile("#?[\\p{L}\\p{N}]++(?:[_.-][\\p{L}\\p{N}]++)*+");

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
    Matcher words = WORD.matcher(text);
    while (words.find()) {
      if (isKey(text, words.start(), words.end()) && said.add(words.group())) {
        // One more for the comma.
        left -= TokenEstimate.of(words.group()) + 1;
        if (left < 0) {
          break;
        }
        keys.add(words.group());
      }
    }
    return List.copyOf(keys);
  }

  private static boolean isKey(String text, int from, int to) {
    int length = to - from;
    return length >= SHORTEST
        && length <= LONGEST
        && text.subSequence(from, to).chars().anyMatch(Character::isDigit);
  }
}
