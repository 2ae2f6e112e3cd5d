package dev.recap.head;

import dev.recap.words.NamedKeys;
import dev.recap.words.TokenEstimate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The beginning of a text for which there is no room, and what became of the rest. */
public final class Preview {
  /** More than enough for any script; it bounds what is looked at. */
  private static final int MOST_CHARACTERS_OF_A_TOKEN = 40;

  /** Of the keys that are named. */
  private static final int MOST_KEY_TOKENS = 40;

  private final boolean recall;

  /**
   * A preview.
   *
   * @param recall whether the model can recall the rest
   */
  public Preview(boolean recall) {
    this.recall = recall;
  }

  /**
   * The highest number of tokens that each text may have so that all together keep to the room: the
   * longest are shortened first, all of them to the same length.
   *
   * @param tokens of each text
   */
  public static long level(List<Integer> tokens, long room) {
    int[] sorted = tokens.stream().mapToInt(Integer::intValue).sorted().toArray();
    long left = room;
    for (int i = 0; i < sorted.length; i++) {
      long even = left / (sorted.length - i);
      if (sorted[i] > even) {
        return even;
      }
      left -= sorted[i];
    }
    return Arrays.stream(sorted).max().orElse(0);
  }

  /** The text, or its beginning in about so many tokens. */
  public String of(String text, long tokens) {
    if (TokenEstimate.of(text) <= tokens) {
      return text;
    }
    String shown = beginning(text, tokens);
    return "%s\n[%s]".formatted(shown, missing(text, shown));
  }

  /** What is not shown of a text, how it can be had, and the first keys in it. */
  String missing(String text, String shown) {
    List<String> keys = NamedKeys.in(text.substring(shown.length()), shown, MOST_KEY_TOKENS);
    return String.format(
        Locale.ROOT,
        "the first %,d of %,d characters; %s%s",
        shown.length(),
        text.length(),
        recall ? "recall returns the rest" : "the rest is gone",
        keys.isEmpty() ? "" : ", which has " + String.join(", ", keys));
  }

  /** The longest beginning of at most so many tokens. */
  static String beginning(String text, long tokens) {
    int fits = 0;
    int tooLong = (int) Math.min(text.length(), tokens * MOST_CHARACTERS_OF_A_TOKEN) + 1;
    while (tooLong - fits > 1) {
      int middle = (fits + tooLong) >>> 1;
      if (TokenEstimate.of(text.substring(0, middle)) <= tokens) {
        fits = middle;
      } else {
        tooLong = middle;
      }
    }
    boolean splits = fits > 0 && Character.isHighSurrogate(text.charAt(fits - 1));
    return text.substring(0, splits ? fits - 1 : fits);
  }
}
