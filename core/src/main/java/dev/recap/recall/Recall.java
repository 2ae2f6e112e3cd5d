package dev.recap.recall;

import dev.recap.context.ContextView;
import dev.recap.journal.Entry;
import dev.recap.tool.Toolbox;
import dev.recap.tool.Tools;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Answers from the journal with originals: results of tools, long arguments, what a user or the
 * model said, each verbatim and with its turn. What still stands in the view is not repeated, and
 * neither are earlier answers of recall.
 */
public final class Recall {
  /** The name of the tool. */
  public static final String NAME = "recall";

  private Recall() {}

  /**
   * The tool over one conversation.
   *
   * @param entries what is on record when it is called
   * @param view what the model sees when it is called
   */
  public static Toolbox toolbox(Supplier<List<Entry>> entries, Supplier<ContextView> view) {
    return Tools.of(new RecallTool(query -> answer(entries.get(), view.get(), query)));
  }

  /**
   * What the tool says, in 1,500 tokens at most by the scaled estimate. More matching words come
   * first, then what is newer. Pure; takes time that grows with the journal.
   */
  public static String answer(List<Entry> entries, ContextView view, RecallQuery query) {
    List<Original> gone = Originals.gone(entries, view);
    var words = new SearchWords(query.words());
    List<Original> matches = ranked(gone, query, words);
    return matches.isEmpty()
        ? new NothingFound(gone).text(query)
        : new RecallText(words).of(matches);
  }

  /** With an item the words only order what is about it; alone, one of them has to match. */
  private static List<Original> ranked(List<Original> gone, RecallQuery query, SearchWords words) {
    return IntStream.range(0, gone.size())
        .mapToObj(at -> new Match(gone.get(at), at, score(gone.get(at), words)))
        .filter(match -> query.item().isEmpty() || match.original.isAbout(query.item()))
        .filter(match -> words.turn().isEmpty() || match.original.turn() == words.turn().getAsInt())
        .filter(match ->
            match.score > 0
                || !query.item().isEmpty()
                || (words.turn().isPresent() && words.isEmpty()))
        .sorted(Comparator.comparingInt(Match::score).thenComparingInt(Match::at).reversed())
        .map(Match::original)
        .toList();
  }

  private static int score(Original original, SearchWords words) {
    return words.isEmpty() ? 0 : words.in(original.heading() + "\n" + original.text());
  }

  /** An original, where it stands on record, and how many of the words it has. */
  private record Match(Original original, int at, int score) {}
}
