package dev.recap.head;

import dev.recap.words.NamedKeys;
import dev.recap.words.OneLine;
import dev.recap.words.TokenEstimate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * The beginning of a text for which there is no room, and what became of the rest.
 *
 * @param recall whether the model can recall the rest
 */
public record Preview(boolean recall) {
  /** More than enough for any script; it bounds what is looked at. */
  private static final int MOST_CHARACTERS_OF_A_TOKEN = 40;

  /** Of the keys that are named. */
  private static final int MOST_KEY_TOKENS = 40;

  /** Of a preview, for the keys. */
  private static final int SHARE_OF_KEYS = 4;

  /** So many characters are searched for keys, however many there are. */
  private static final int MOST_SEARCHED = 100_000;

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

  /** From which of these texts on they keep to the room together. */
  static int newest(List<Integer> tokens, long room) {
    int first = tokens.size();
    long left = room;
    while (first > 0 && left >= tokens.get(first - 1)) {
      first--;
      left -= tokens.get(first);
    }
    return first;
  }

  /** Estimated tokens of a text as one line; where it has more than this many, of the text. */
  static int lineTokens(String text, long most) {
    int tokens = TokenEstimate.of(text);
    // As a line it is no shorter: what is far too long need not be written as one.
    return tokens > most ? tokens : TokenEstimate.of(OneLine.of(text));
  }

  /**
   * The text, or, if that is shorter, its beginning and a word about the rest in so many tokens.
   */
  public String of(String text, long tokens) {
    int whole = TokenEstimate.of(text);
    if (whole <= tokens) {
      return text;
    }
    String shown = shortened(text, tokens, UnaryOperator.identity(), "%s\n[%s]");
    return TokenEstimate.of(shown) < whole ? shown : text;
  }

  /** The same as one line, the text as JSON. */
  String line(String text, long tokens) {
    int whole = lineTokens(text, tokens);
    if (whole <= tokens) {
      return OneLine.of(text);
    }
    String shown = shortened(text, tokens, OneLine::ofText, "%s (%s)");
    return TokenEstimate.of(shown) < whole ? shown : OneLine.of(text);
  }

  private String shortened(String text, long tokens, UnaryOperator<String> form, String layout) {
    int keyTokens = (int) Math.min(MOST_KEY_TOKENS, tokens / SHARE_OF_KEYS);
    String aboutTheRest = layout.formatted("", missing(text, text.length(), List.of("")));
    long room = tokens - keyTokens - TokenEstimate.of(aboutTheRest);
    String shown = beginning(text, room, form);
    int end = Math.min(text.length(), shown.length() + MOST_SEARCHED);
    List<String> keys =
        NamedKeys.in(text.substring(shown.length(), end), NamedKeys.of(shown), keyTokens);
    return layout.formatted(form.apply(shown), missing(text, shown.length(), keys));
  }

  /** What is not shown of a text, how it can be had, and the first keys in it. */
  private String missing(String text, int shown, List<String> keys) {
    return String.format(
        Locale.ROOT,
        "the first %,d of %,d characters; %s%s",
        shown,
        text.length(),
        recall ? "recall returns the rest" : "the rest is gone",
        keys.isEmpty() ? "" : ", which has " + String.join(", ", keys));
  }

  /** The longest beginning of at most so many tokens in a form. */
  private static String beginning(String text, long tokens, UnaryOperator<String> form) {
    int fits = 0;
    long looked = Math.max(0, tokens) * MOST_CHARACTERS_OF_A_TOKEN;
    int tooLong = (int) Math.min(text.length(), looked) + 1;
    while (tooLong - fits > 1) {
      int middle = (fits + tooLong) >>> 1;
      if (TokenEstimate.of(form.apply(text.substring(0, middle))) <= tokens) {
        fits = middle;
      } else {
        tooLong = middle;
      }
    }
    boolean splits = fits > 0 && Character.isHighSurrogate(text.charAt(fits - 1));
    return text.substring(0, splits ? fits - 1 : fits);
  }
}
