package dev.recap.words;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The keys in a text. First its paths and addresses, with the line if one is named, and its words
 * with a digit in them, such as ids, dates, numbers and hashes; then, as far as there is room, the
 * names that programs have and the flags of commands. They are what a later call is most likely to
 * need of a result that was dropped, and what recall can be asked for. One word says nothing, so no
 * order gets through.
 */
public final class NamedKeys {
  /** Possessive: a run of many parts would need as many frames of the stack otherwise. */
  private static final Pattern RUN =
      Pattern.compile(
          "\\\\[nrt]|[a-z][a-z0-9+.-]{1,9}+://[\\p{L}\\p{N}_./@%+~:?&=#-]++"
              + "|[A-Za-z]:(?:(?:\\\\{1,2}+|/)[\\p{L}\\p{N}_.@%+~-]++)++(?::\\d++)?+"
              + "|[\\p{L}\\p{N}_./@%+~#-]++(?:(?:::(?=[\\p{L}_])|:(?=\\d))[\\p{L}\\p{N}_./@%+~#-]++)*+");

  /** Without a separator at its end, or a sign before it. */
  private static final Pattern CORE =
      Pattern.compile("[%+]*+(?:-(?!-))?+(.*[\\p{L}\\p{N}_])[^\\p{L}\\p{N}_]*");

  private static final Pattern WORD =
      Pattern.compile("#?[\\p{L}\\p{N}]++(?:[_.-][\\p{L}\\p{N}]++)*+");

  /** Two steps, or one and something that words do not have. */
  private static final Pattern PATH =
      Pattern.compile("\\w+:[\\\\/].*|(?!//)(?:.*/.+/.*|.*/.*[._\\d].*|.*[._\\d].*/.*)");

  private static final Pattern NAME =
      Pattern.compile(
          "--\\p{L}[\\p{L}-]+|[^/]*(?:\\w::\\w|\\p{Ll}\\p{Lu}|\\p{L}_\\p{L}|\\p{L}{3}\\.\\p{L}{2})[^/]*");

  private static final Pattern DIGITS = Pattern.compile("\\d+");

  private static final int SHORTEST = 4;
  private static final int LONGEST = 40;
  private static final int LONGEST_PATH = 160;

  private NamedKeys() {}

  /** All of them. */
  public static Set<String> of(String text) {
    return Stream.concat(sure(text), names(text))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** Whether a text is one key and nothing else. */
  static boolean isOne(String text) {
    return of(text).equals(Set.of(text));
  }

  /**
   * The first of them, each once.
   *
   * @param known what need not be named again
   * @param mostTokens estimated, of all together
   */
  public static List<String> in(String text, Set<String> known, int mostTokens) {
    Set<String> keys = new LinkedHashSet<>();
    int left = mostTokens;
    for (String key : (Iterable<String>) Stream.concat(sure(text), names(text))::iterator) {
      if (!known.contains(key) && !keys.contains(key)) {
        // One more for the comma.
        left -= TokenEstimate.of(key) + 1;
        if (left < 0) {
          break;
        }
        keys.add(key);
      }
    }
    return List.copyOf(keys);
  }

  private static Stream<String> sure(String text) {
    return RUN.matcher(text).results().flatMap(run -> sure(text, run));
  }

  private static Stream<String> sure(String text, MatchResult run) {
    String core = core(run);
    if (PATH.matcher(core).matches()) {
      return Stream.of(core);
    }
    if (NAME.matcher(core).matches() && isKey(core)) {
      return Stream.of(core);
    }
    return isLineNumber(text, run)
        ? Stream.of()
        : WORD.matcher(run.group()).results().map(MatchResult::group).filter(NamedKeys::isKey);
  }

  private static Stream<String> names(String text) {
    return RUN.matcher(text)
        .results()
        // In JSON the name of a field.
        .filter(run -> !text.startsWith("\":", run.end()))
        .map(NamedKeys::core)
        .filter(core -> core.length() <= LONGEST && !isKey(core) && NAME.matcher(core).matches());
  }

  /** A run that is not too long, without a separator at its end or a sign before it. */
  private static String core(MatchResult run) {
    Matcher core = CORE.matcher(run.end() - run.start() > LONGEST_PATH ? "" : run.group());
    return core.matches() && core.group(1).length() >= SHORTEST ? core.group(1) : "";
  }

  /** As they stand before the lines of a file that is shown. */
  private static boolean isLineNumber(String text, MatchResult run) {
    return (text.startsWith("\u2192", run.end())
            || (text.startsWith("\t", run.end()) && text.startsWith(" ", run.start() - 1)))
        && DIGITS.matcher(run.group()).matches();
  }

  private static boolean isKey(String word) {
    return word.length() >= SHORTEST
        && word.length() <= LONGEST
        && word.chars().anyMatch(Character::isDigit);
  }
}
