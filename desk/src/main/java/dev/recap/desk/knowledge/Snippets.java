package dev.recap.desk.knowledge;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * The sentences of one article, ready to be shown in part.
 *
 * <p>A sentence is worth the sum of its distinct terms that were asked for, each weighed by how
 * rare it is. The best one is shown, together with a neighbour where both fit; on a tie the earlier
 * one stands, so that an article found by its title alone shows its beginning.
 */
final class Snippets {
  private static final String CUT = "…";

  private record Sentence(String text, Set<String> terms) {}

  private final List<Sentence> sentences = new ArrayList<>();

  Snippets(Article article, Terms terms) {
    article.sentences().forEach(text -> sentences.add(new Sentence(text, terms.of(text))));
  }

  /**
   * The best sentence or two for a query, at most {@link Hit#MAX_SNIPPET_CHARS} characters.
   *
   * @param asked the query's terms
   * @param weight how much a term says, more than 0
   */
  String best(Set<String> asked, ToDoubleFunction<String> weight) {
    int best = 0;
    double highest = 0;
    for (int i = 0; i < sentences.size(); i++) {
      double worth = worth(i, asked, weight);
      if (worth > highest) {
        best = i;
        highest = worth;
      }
    }
    String alone = sentences.get(best).text();
    if (alone.length() > Hit.MAX_SNIPPET_CHARS) {
      return cut(alone);
    }
    boolean nextFits = fitTogether(best, best + 1);
    boolean previousFits = fitTogether(best - 1, best);
    boolean nextIsBetter =
        !previousFits || worth(best + 1, asked, weight) >= worth(best - 1, asked, weight);
    if (nextFits && nextIsBetter) {
      return alone + " " + sentences.get(best + 1).text();
    }
    return previousFits ? sentences.get(best - 1).text() + " " + alone : alone;
  }

  private double worth(int index, Set<String> asked, ToDoubleFunction<String> weight) {
    if (index < 0 || index >= sentences.size()) {
      return 0;
    }
    return sentences.get(index).terms().stream().filter(asked::contains).mapToDouble(weight).sum();
  }

  private boolean fitTogether(int first, int second) {
    return first >= 0
        && second < sentences.size()
        && sentences.get(first).text().length() + 1 + sentences.get(second).text().length()
            <= Hit.MAX_SNIPPET_CHARS;
  }

  private static String cut(String sentence) {
    int room = Hit.MAX_SNIPPET_CHARS - CUT.length();
    int space = sentence.lastIndexOf(' ', room);
    if (space > 0) {
      return sentence.substring(0, space) + CUT;
    }
    boolean splitsAPair = Character.isHighSurrogate(sentence.charAt(room - 1));
    return sentence.substring(0, splitsAPair ? room - 1 : room) + CUT;
  }
}
