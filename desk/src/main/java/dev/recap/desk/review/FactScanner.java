package dev.recap.desk.review;

import dev.recap.desk.review.Finding.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the facts of a text in one walk over it, by hand rather than by regular expressions: what
 * is looked at ahead is bounded, so that no text takes more than time in proportion to its length.
 */
final class FactScanner {
  private static final int LONGEST_WORD_BEFORE = 12;

  private final FactText text;
  private final FactLinks links;
  private final FactDates dates;
  private final FactReferences references;
  private final FactNumbers numbers;

  FactScanner(FactText text) {
    this.text = text;
    links = new FactLinks(text);
    dates = new FactDates(text);
    references = new FactReferences(text);
    numbers = new FactNumbers(text);
  }

  /** The facts in order, none overlapping another, at their places in the folded text. */
  List<Fact> facts() {
    List<Fact> facts = new ArrayList<>();
    for (int i = 0; i < text.length(); ) {
      Fact fact = at(i);
      if (fact == null) {
        i++;
      } else {
        facts.add(fact);
        i = fact.end();
      }
    }
    return facts;
  }

  private @Nullable Fact at(int start) {
    Fact fact = links.at(start);
    fact = fact == null ? dates.at(start) : fact;
    fact = fact == null ? references.at(start) : fact;
    return fact == null ? withWordBefore(numbers.at(start)) : fact;
  }

  /** In {@code order AB 4711} the number gives ground for {@code AB-4711} too. */
  private @Nullable Fact withWordBefore(@Nullable Fact fact) {
    if (fact == null || (fact.kind() != Kind.NUMBER && fact.kind() != Kind.REFERENCE)) {
      return fact;
    }
    int end = fact.start();
    end = end > 0 && " -".indexOf(text.at(end - 1)) >= 0 ? end - 1 : end;
    int start = end;
    while (end - start < LONGEST_WORD_BEFORE && FactText.isAlphabetic(text.at(start - 1))) {
      start--;
    }
    if (start == end) {
      return fact;
    }
    String name = text.part(start, end) + text.part(fact.start(), fact.end());
    return fact.vouchingAlso(Set.of("reference:" + name.toLowerCase(Locale.ROOT)));
  }
}
