package dev.recap.recall.originals;

import dev.recap.conversation.Media;
import dev.recap.journal.Entry;
import dev.recap.projection.ProjectedJournal;
import dev.recap.projection.View;
import dev.recap.recall.RecallQuery;
import dev.recap.tool.Toolbox;
import dev.recap.tool.Tools;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Answers from the journal with originals: results of tools, long arguments, what a user or the
 * model said, each verbatim and with its turn. What still stands in the view is not repeated, and
 * neither are earlier answers of recall.
 */
public final class Recall {
  /** The name of the tool. */
  public static final String NAME = "recall";

  private Recall() {}

  /** The tool, over the {@link ProjectedJournal} that a call is given. */
  public static Toolbox toolbox() {
    return Tools.of(new RecallTool());
  }

  /**
   * What the tool says, in 1,500 tokens at most by the scaled estimate. More matching words come
   * first, then what is newer. Pure; takes time that grows with the journal.
   */
  public static String answer(List<Entry> entries, View view, RecallQuery query) {
    return find(entries, view, query).text();
  }

  /**
   * What is found.
   *
   * @param media images and documents of what the text shows, the first of them and as many more as
   *     have 2,000 tokens
   */
  record Found(String text, List<Media> media) {
    Found(String text) {
      this(text, List.of());
    }
  }

  static Found find(List<Entry> entries, View view, RecallQuery query) {
    OptionalInt page = ClosedItems.page(query);
    if (page.isPresent()) {
      return new Found(ClosedItems.text(entries, page.getAsInt()));
    }
    List<Original> gone = Originals.gone(entries, view);
    var words = new SearchWords(query.words());
    List<Original> matches = ranked(gone, query, words);
    return matches.isEmpty()
        ? new Found(new NothingFound(gone).text(query))
        : new RecallText(words).of(matches);
  }

  /** With an item the words only order what is about it; alone, one of them has to match. */
  private static List<Original> ranked(List<Original> gone, RecallQuery query, SearchWords words) {
    List<Match> matches =
        gone.reversed().stream()
            .map(original ->
                new Match(original, words.in(original.heading() + "\n" + original.text())))
            .toList();
    Map<String, Long> having =
        matches.stream()
            .flatMap(match -> match.found.stream())
            .collect(Collectors.groupingBy(word -> word, Collectors.counting()));
    return matches.stream()
        .filter(match -> query.item().isEmpty() || match.original.isAbout(query.item()))
        .filter(match -> words.turn().isEmpty() || words.turn().getAsInt() == match.original.turn())
        .filter(match ->
            !match.found.isEmpty()
                || !query.item().isEmpty()
                || (words.turn().isPresent() && words.isEmpty()))
        // The order is kept where scores are equal: what is newer comes first.
        .sorted(
            Comparator.comparingDouble((Match match) -> match.score(having, gone.size()))
                .reversed())
        .map(Match::original)
        .toList();
  }

  /** An original, and which of the words it has. */
  private record Match(Original original, Set<String> found) {
    /** A word in every original says little about one of them. */
    double score(Map<String, Long> having, double all) {
      return found.stream()
          .sorted()
          .mapToDouble(word -> Math.log1p(all / having.getOrDefault(word, 1L)))
          .sum();
    }
  }
}
