package dev.recap.recall.originals;

import dev.recap.recall.RecallQuery;
import dev.recap.recall.originals.SearchWords.Place;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds the originals that match a query. Each counts by its heading and its best passage: a long
 * one has every word somewhere, which says nothing. A word counts more the fewer passages have it.
 */
final class Ranking {
  /** In characters: about what of a long original is shown. */
  private static final int PASSAGE = 1_000;

  private final SearchWords words;
  private final List<Candidate> candidates;
  private final Map<String, Integer> having = new HashMap<>();
  private int passages;

  /**
   * An original that matches.
   *
   * @param from where its best passage begins
   */
  record Match(Original original, int from, double score) {}

  private record Candidate(Original original, Set<String> heading, List<Place> places) {
    boolean hasAny() {
      return !heading.isEmpty() || !places.isEmpty();
    }
  }

  Ranking(List<Original> gone, SearchWords words) {
    this.words = words;
    this.candidates =
        gone.reversed().stream()
            .map(original ->
                new Candidate(
                    original, words.in(original.heading()), words.places(original.text())))
            .toList();
    candidates.forEach(this::count);
  }

  private void count(Candidate candidate) {
    passages += 2 + candidate.original.text().length() / PASSAGE;
    Stream.concat(
            candidate.heading.stream(),
            candidate.places.stream()
                .map(place -> new Place(place.at() / PASSAGE, place.word()))
                .distinct()
                .map(Place::word))
        .forEach(word -> having.merge(word, 1, Integer::sum));
  }

  /** The best first, and of equal ones the newest. With an item the words only order. */
  List<Match> of(RecallQuery query) {
    return candidates.stream()
        .filter(c -> query.item().isEmpty() || c.original.isAbout(query.item()))
        .filter(c -> words.turn().isEmpty() || words.turn().getAsInt() == c.original.turn())
        .filter(c ->
            c.hasAny() || !query.item().isEmpty() || (words.turn().isPresent() && words.isEmpty()))
        .map(this::match)
        .sorted(Comparator.comparingDouble(Match::score).reversed())
        .toList();
  }

  private double weight(Collection<String> found) {
    return found.stream()
        .sorted()
        .mapToDouble(word -> Math.log1p((double) passages / having.getOrDefault(word, 1)))
        .sum();
  }

  /** What the heading says is said of every passage, so a passage counts by what it adds. */
  private Match match(Candidate candidate) {
    List<Place> places =
        candidate.places.stream().filter(p -> !candidate.heading.contains(p.word())).toList();
    Map<String, Integer> within = new HashMap<>();
    int from = 0;
    double most = 0;
    int first = 0;
    for (Place place : places) {
      boolean more = within.merge(place.word(), 1, Integer::sum) == 1;
      Place oldest = places.get(first);
      while (place.at() - oldest.at() >= PASSAGE || within.getOrDefault(oldest.word(), 0) > 1) {
        within.computeIfPresent(oldest.word(), (word, times) -> times == 1 ? null : times - 1);
        oldest = places.get(++first);
      }
      double added = more ? weight(within.keySet()) : most;
      if (added > most) {
        most = added;
        from = oldest.at();
      }
    }
    return new Match(candidate.original, from, weight(candidate.heading) + most);
  }
}
