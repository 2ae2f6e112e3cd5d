package dev.recap.head;

import dev.recap.words.Quote;
import dev.recap.words.ShortName;
import dev.recap.words.TokenEstimate;
import dev.recap.work.Fact;
import dev.recap.work.Opening;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/** One closed work item in one line of at most 55 tokens. */
public final class LedgerLine {
  /** The most a line may cost, estimated and scaled as recorded Claude runs suggest. */
  static final int MAX_TOKENS = 55;

  private static final int[] QUOTED_LENGTHS = {60, 40, 24};
  private static final int MAX_VALUE = 40;

  private LedgerLine() {}

  /** What the facts say, in their order. What does not fit goes: quotations shorten first. */
  public static String of(Opening opening, List<Fact> facts) {
    for (int quoted : QUOTED_LENGTHS) {
      String line = line(opening, facts, quoted);
      if (tokens(line) <= MAX_TOKENS) {
        return line;
      }
    }
    List<Fact> kept =
        new ArrayList<>(facts.stream().filter(fact -> fact.kind() != Fact.Kind.QUOTED).toList());
    while (!kept.isEmpty() && tokens(line(opening, kept, 0)) > MAX_TOKENS) {
      kept.removeLast();
    }
    return line(opening, kept, 0);
  }

  private static String line(Opening opening, List<Fact> facts, int quoted) {
    StringJoiner stated = new StringJoiner(", ");
    for (Fact fact : facts) {
      stated.add(
          switch (fact.kind()) {
            case CHOICE, VALUE -> fact.name() + " " + plain(fact.value());
            case QUOTED -> "customer's words " + Quote.of(fact.value(), quoted);
          });
    }
    return ShortName.of(opening.toString())
        + (facts.isEmpty() ? " closed." : " closed: " + stated + ".");
  }

  /** A value of ours; one that could be foreign text is quoted. */
  private static String plain(String value) {
    return value.matches("[\\p{L}\\p{N}._:@+-]{1," + MAX_VALUE + "}")
        ? value
        : Quote.of(value, MAX_VALUE);
  }

  private static double tokens(String line) {
    return TokenEstimate.of(line) * TokenEstimate.USUAL_SCALE;
  }
}
