package dev.recap.compaction;

import dev.recap.compaction.ForeignWords.Word;
import dev.recap.context.Quote;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Puts into quotation marks what a model copied from a tool's result, so that an order which stood
 * there does not stand in the summary as one. What is quoted already stays as it is.
 */
final class QuotedEchoes {
  static final String LABEL = " (quoted from a tool's result)";

  private static final String SENTENCE_ENDS = ".!?\u3002\uff01\uff1f";
  private static final Pattern OTHER_QUOTES =
      Pattern.compile("[\u201c\u201d\u201e\u201f\u00ab\u00bb\uff02\u2033]");

  private final String text;
  private final List<Word> words;
  private final BitSet foreign;

  private QuotedEchoes(String text, List<Word> words, BitSet foreign) {
    this.text = text;
    this.words = words;
    this.foreign = foreign;
  }

  static String in(String notes, ForeignWords foreignWords) {
    String text = closedQuotes(notes);
    List<Word> words = ForeignWords.words(text);
    return new QuotedEchoes(text, words, foreignWords.in(text, words)).quoted();
  }

  /** A quotation that does not end on its line is none: its marks become apostrophes. */
  private static String closedQuotes(String notes) {
    List<String> lines = new ArrayList<>();
    for (String line : notes.split("\n", -1)) {
      String straight = OTHER_QUOTES.matcher(line).replaceAll("\"");
      boolean closed = straight.chars().filter(c -> c == '"').count() % 2 == 0;
      lines.add(closed ? straight : straight.replace('"', '\''));
    }
    return String.join("\n", lines);
  }

  /** From here to there in the text, the end left out. */
  private record Range(int from, int to) {
    boolean overlaps(Range other) {
      return from < other.to && other.from < to;
    }

    boolean contains(Range other) {
      return from <= other.from && other.to <= to;
    }

    Range and(Range other) {
      return new Range(Math.min(from, other.from), Math.max(to, other.to));
    }
  }

  private String quoted() {
    List<Range> quotations = quotations();
    StringBuilder out = new StringBuilder(text);
    for (Range echo : merged(echoes(), quotations).reversed()) {
      String quote = Quote.of(text.substring(echo.from, echo.to), echo.to - echo.from);
      out.replace(echo.from, echo.to, quote + LABEL);
    }
    return out.toString();
  }

  /** Foreign words in a row on one line, with the sign that ends their sentence. */
  private List<Range> echoes() {
    List<Range> echoes = new ArrayList<>();
    int at = foreign.nextSetBit(0);
    while (at >= 0) {
      int last = at;
      while (foreign.get(last + 1) && !lineEndsBetween(last, last + 1)) {
        last++;
      }
      int to = words.get(last).to();
      while (to < text.length() && SENTENCE_ENDS.indexOf(text.charAt(to)) >= 0) {
        to++;
      }
      echoes.add(new Range(words.get(at).from(), to));
      at = foreign.nextSetBit(last + 1);
    }
    return echoes;
  }

  private boolean lineEndsBetween(int before, int after) {
    return text.substring(words.get(before).to(), words.get(after).from()).indexOf('\n') >= 0;
  }

  /** What stands between straight quotation marks, the marks included; none crosses a line. */
  private List<Range> quotations() {
    List<Range> quotations = new ArrayList<>();
    int from = text.indexOf('"');
    while (from >= 0) {
      int to = text.indexOf('"', from + 1);
      quotations.add(new Range(from, to + 1));
      from = text.indexOf('"', to + 1);
    }
    return quotations;
  }

  /** Without what is quoted already; what is quoted in part is quoted as a whole. */
  private static List<Range> merged(List<Range> echoes, List<Range> quotations) {
    List<Range> merged = new ArrayList<>();
    for (Range echo : echoes) {
      if (quotations.stream().anyMatch(quotation -> quotation.contains(echo))) {
        continue;
      }
      Range whole = echo;
      for (Range quotation : quotations) {
        whole = quotation.overlaps(whole) ? whole.and(quotation) : whole;
      }
      if (!merged.isEmpty() && merged.getLast().overlaps(whole)) {
        whole = merged.removeLast().and(whole);
      }
      merged.add(whole);
    }
    return merged;
  }
}
