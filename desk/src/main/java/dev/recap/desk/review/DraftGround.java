package dev.recap.desk.review;

import dev.recap.desk.review.Finding.Kind;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** What stands in the sources of a draft, to be asked. */
final class DraftGround {
  private static final String NOWHERE =
      "stands neither in the ticket, nor in what was read, nor in the guidance";

  private final Set<String> vouched = new HashSet<>();
  private final String words;

  DraftGround(DraftSources sources) {
    var all = new StringBuilder();
    for (String source : sources.texts()) {
      FactText text = FactText.of(source);
      new FactScanner(text).facts().forEach(fact -> vouched.addAll(fact.vouches()));
      all.append(text).append('\n');
    }
    words = all.toString().toLowerCase(Locale.ROOT);
  }

  /** Whether one of the readings of a fact stands in a source. */
  boolean has(Fact fact) {
    return fact.readings().stream().anyMatch(vouched::contains);
  }

  /** Whether a source has these words in a row, whatever their case. */
  boolean hasWords(String asked) {
    String name = asked.toLowerCase(Locale.ROOT);
    boolean isDense = FactText.isDense(name.charAt(0));
    for (int at = words.indexOf(name); at >= 0; at = words.indexOf(name, at + 1)) {
      int end = at + name.length();
      boolean isInside =
          (at > 0 && Character.isLetterOrDigit(words.charAt(at - 1)))
              || Character.isLetterOrDigit(words.charAt(end));
      if (isDense || !isInside) {
        return true;
      }
    }
    return false;
  }

  /** What is wrong with a fact that stands nowhere. */
  String why(Fact fact) {
    boolean isNumberThere =
        fact.readings().stream()
            .map(reading -> reading.substring(reading.indexOf(' ') + 1))
            .anyMatch(vouched::contains);
    if (isNumberThere && fact.kind() == Kind.MONEY) {
      return "this number stands in the sources, but not as an amount in this currency";
    }
    if (isNumberThere && fact.kind() == Kind.PERCENTAGE) {
      return "this number stands in the sources, but not as a percentage";
    }
    return switch (fact.kind()) {
          case MONEY -> "this amount of money ";
          case LINK -> "this link ";
          case EMAIL -> "this e-mail address ";
          case PHONE -> "this phone number ";
          case PERCENTAGE -> "this percentage ";
          case DATE -> "this date ";
          case TIME -> "this time ";
          case REFERENCE -> "this reference ";
          case NUMBER, PLACEHOLDER, OTHER_CUSTOMER -> "this number ";
        }
        + NOWHERE;
  }
}
