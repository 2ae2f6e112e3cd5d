package dev.recap.recall.originals;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The words of a query, compared without regard to case. A word of three letters or more also
 * matches what begins with it, and what it begins with if that has four letters; shorter words and
 * numbers match themselves alone. A path or a name of several words counts once more where it
 * stands as it was written, and so does what follows its last separator.
 */
final class SearchWords {
  private static final Pattern WORD = Pattern.compile("\\p{L}+|\\p{N}+");
  private static final Pattern TERM = Pattern.compile("\\S*\\w\\W+\\w\\S*|\\S*_\\S*");
  private static final Pattern LAST_STEP = Pattern.compile(".*[/\\\\:](?=\\w)");
  private static final Pattern TURN =
      Pattern.compile("\\bturn\\s+(\\d{1,6})\\b", Pattern.CASE_INSENSITIVE);
  private static final int ANY_CASE = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
  private static final int MOST_WORDS = 20;
  private static final int LEAST_BEGINNING = 3;
  private static final int LEAST_STEM = 4;

  private final List<String> words;
  private final Map<String, Pattern> terms = new LinkedHashMap<>();
  private final OptionalInt turn;

  SearchWords(String query) {
    Matcher asked = TURN.matcher(query);
    this.turn =
        asked.find() ? OptionalInt.of(Integer.parseInt(asked.group(1))) : OptionalInt.empty();
    String rest = TURN.matcher(query).replaceAll(" ");
    rest.lines()
        .flatMap(line -> Stream.of(line.split("\\s+")))
        .filter(term -> TERM.matcher(term).matches())
        .map(SearchWords::lowerCase)
        .flatMap(term -> Stream.of(term, LAST_STEP.matcher(term).replaceFirst("")))
        .distinct()
        .limit(MOST_WORDS)
        .forEach(term -> terms.put(term, Pattern.compile(Pattern.quote(term), ANY_CASE)));
    this.words =
        WORD.matcher(rest)
            .results()
            .map(found -> lowerCase(found.group()))
            .distinct()
            .limit(MOST_WORDS)
            .toList();
  }

  /** The one turn that was asked for. */
  OptionalInt turn() {
    return turn;
  }

  boolean isEmpty() {
    return words.isEmpty();
  }

  /** Which of the words and terms are in a text. */
  Set<String> in(String text) {
    return places(text).stream().map(Place::word).collect(Collectors.toSet());
  }

  /** Where which of them stand in a text, in order. */
  List<Place> places(String text) {
    List<Place> places = new ArrayList<>();
    Map<String, List<String>> matching = new HashMap<>();
    for (MatchResult found : WORD.matcher(text).results().toList()) {
      matching
          .computeIfAbsent(
              lowerCase(found.group()),
              there -> words.stream().filter(word -> matches(word, there)).toList())
          .forEach(word -> places.add(new Place(found.start(), word)));
    }
    terms.forEach((term, pattern) ->
        pattern
            .matcher(text)
            .results()
            .forEach(found -> places.add(new Place(found.start(), term + " as it stands"))));
    places.sort(Comparator.comparingInt(Place::at));
    return places;
  }

  /** A word of the query and where it stands. */
  record Place(int at, String word) {}

  private static boolean matches(String word, String there) {
    return word.equals(there)
        || (Character.isLetter(word.charAt(0))
            && ((word.length() >= LEAST_BEGINNING && there.startsWith(word))
                || (there.length() >= LEAST_STEM && word.startsWith(there))));
  }

  private static String lowerCase(String word) {
    return word.toLowerCase(Locale.ROOT);
  }
}
