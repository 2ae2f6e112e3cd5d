package dev.recap.desk.knowledge;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * The sentences of one article, ready to be shown in part.
 *
 * <p>A sentence is worth the sum of its distinct terms that were asked for, each weighed by how
 * rare it is. The best one is shown together with the neighbours that fit, the worthier first; on a
 * tie the best is the earliest, so that an article found by its title alone shows its beginning.
 */
final class Snippets {
  private static final String CUT = "…";

  private record Sentence(String text, Set<String> terms) {}

  private final List<Sentence> sentences = new ArrayList<>();

  Snippets(Article article, Terms terms) {
    article.sentences().forEach(text -> sentences.add(new Sentence(text, terms.of(text))));
  }

  /**
   * The passage of whole sentences that fits a query best, at most {@link Hit#MAX_SNIPPET_CHARS}
   * characters; a sentence that is longer by itself is cut.
   *
   * @param asked the query's terms
   * @param weight how much a term says, more than 0
   */
  String best(Set<String> asked, ToDoubleFunction<String> weight) {
    double[] worth = worth(asked, weight);
    int first = best(worth);
    int last = first;
    String passage = sentences.get(first).text();
    if (passage.length() > Hit.MAX_SNIPPET_CHARS) {
      return cut(passage);
    }
    while (true) {
      boolean before = first > 0 && fits(first - 1, passage);
      boolean after = last < worth.length - 1 && fits(last + 1, passage);
      if (after && (!before || worth[last + 1] >= worth[first - 1])) {
        passage = passage + " " + sentences.get(++last).text();
      } else if (before) {
        passage = sentences.get(--first).text() + " " + passage;
      } else {
        return passage;
      }
    }
  }

  private double[] worth(Set<String> asked, ToDoubleFunction<String> weight) {
    return sentences.stream()
        .mapToDouble(
            sentence -> sentence.terms().stream().filter(asked::contains).mapToDouble(weight).sum())
        .toArray();
  }

  private static int best(double[] worth) {
    int best = 0;
    for (int i = 1; i < worth.length; i++) {
      best = worth[i] > worth[best] ? i : best;
    }
    return best;
  }

  private boolean fits(int index, String passage) {
    return sentences.get(index).text().length() + 1 + passage.length() <= Hit.MAX_SNIPPET_CHARS;
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
