package dev.recap.recall.originals;

import static java.util.Comparator.reverseOrder;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
  private static final int MOST_WORDS = 20;
  private static final int LEAST_BEGINNING = 3;
  private static final int LEAST_STEM = 4;

  private final List<String> words;
  private final List<String> terms;
  private final OptionalInt turn;

  SearchWords(String query) {
    Matcher asked = TURN.matcher(query);
    this.turn =
        asked.find() ? OptionalInt.of(Integer.parseInt(asked.group(1))) : OptionalInt.empty();
    String rest = TURN.matcher(query).replaceAll(" ");
    this.terms =
        rest.lines()
            .flatMap(line -> Stream.of(line.split("\\s+")))
            .filter(term -> TERM.matcher(term).matches())
            .map(SearchWords::lowerCase)
            .flatMap(term -> Stream.of(term, LAST_STEP.matcher(term).replaceFirst("")))
            .distinct()
            .limit(MOST_WORDS)
            .toList();
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
    Set<String> there = new HashSet<>();
    WORD.matcher(text).results().forEach(found -> there.add(lowerCase(found.group())));
    String lower = lowerCase(text);
    return Stream.concat(
            words.stream()
                .filter(w -> there.contains(w) || there.stream().anyMatch(t -> matches(w, t))),
            terms.stream().filter(lower::contains).map(term -> term + " as it stands"))
        .collect(Collectors.toSet());
  }

  /**
   * Where to begin reading, so that most of the different words stand within a window.
   *
   * @param window in characters
   */
  int densest(String text, int window) {
    List<Place> places = new ArrayList<>();
    for (MatchResult found : WORD.matcher(text).results().toList()) {
      String there = lowerCase(found.group());
      words.stream()
          .filter(word -> matches(word, there))
          .findFirst()
          .ifPresent(word -> places.add(new Place(found.start(), word)));
    }
    return IntStream.range(0, places.size())
        .mapToObj(i -> stretch(places.subList(i, places.size()), window))
        .max(Comparator.comparingInt(Stretch::words).thenComparing(Stretch::length, reverseOrder()))
        .map(Stretch::from)
        .orElse(0);
  }

  /** The different words from the first of these places on, as far as a window reaches. */
  private Stretch stretch(List<Place> places, int window) {
    int from = places.getFirst().at;
    int end = from;
    Set<String> within = new HashSet<>();
    for (Place place : places) {
      if (within.size() == words.size() || place.at - from >= window) {
        break;
      }
      if (within.add(place.word)) {
        end = place.at;
      }
    }
    return new Stretch(from, end - from, within.size());
  }

  /** Where it begins, how long it is, and how many different words are in it. */
  private record Stretch(int from, int length, int words) {}

  /** A word of the query and where it stands. */
  private record Place(int at, String word) {}

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
