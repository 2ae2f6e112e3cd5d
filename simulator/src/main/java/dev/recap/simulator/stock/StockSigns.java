package dev.recap.simulator.stock;

import dev.recap.simulator.reader.Mark;
import dev.recap.simulator.reader.Mark.Polarity;
import dev.recap.simulator.reader.StepWords.Form;
import dev.recap.simulator.reader.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of a sentence turned into signs, so that a few rules can judge it. */
final class StockSigns {
  private static final Pattern TOKEN =
      Pattern.compile("§(\\d)([+-]?)|(sku-\\d{1,9})\\b|¤([emc])=(\\d{1,7})");

  /** Something a sentence names; {@code clause} counts the clauses of the sentence from 0. */
  sealed interface Sign {
    /** A step. */
    record OfStep(StockStep step, Form form, int clause) implements Sign {}

    /** A SKU. */
    record OfSku(String sku) implements Sign {}

    /** A number of a figure. */
    record OfFigure(Figure figure, int value) implements Sign {}
  }

  private final List<Sign> signs = new ArrayList<>();
  private final List<Polarity> clauses = new ArrayList<>();

  private StockSigns(String signed) {
    for (String clause : Vocabulary.CLAUSE_END.split(signed, -1)) {
      Matcher token = TOKEN.matcher(clause);
      while (token.find()) {
        signs.add(sign(token.toMatchResult(), clauses.size()));
      }
      clauses.add(Mark.in(clause));
    }
  }

  static StockSigns of(String sentence) {
    String signed = sentence.toLowerCase(Locale.ROOT).replaceAll("[§¤]", " ");
    // "Counted 17" says the figure and that the step was taken; "count 17" says the figure.
    signed = signed.replaceAll("\\bcounted(?=\\s*(?:(?:as|at|:|=)\\s*)?\\d)", " §4+ count");
    signed = signed.replaceAll("\\blooked up\\b", "done");
    for (Figure figure : Figure.values()) {
      signed = figure.said().matcher(signed).replaceAll(" ¤" + figure.letter() + "=$1 ");
    }
    for (StockStep step : StockStep.values()) {
      if (step == StockStep.SIGN_OFF && TOKEN.matcher(signed).find()) {
        signed = StockWords.COMPLETED.matcher(signed).replaceAll("done");
      }
      signed = step.words().signed(signed, step.number());
    }
    return new StockSigns(signed);
  }

  private static Sign sign(MatchResult token, int clause) {
    if (token.group(3) != null) {
      return new Sign.OfSku(token.group(3).toUpperCase(Locale.ROOT));
    }
    if (token.group(4) != null) {
      return new Sign.OfFigure(Figure.of(token.group(4)), Integer.parseInt(token.group(5)));
    }
    Form form = Form.of(token.group(2));
    return new Sign.OfStep(StockStep.ofNumber(Integer.parseInt(token.group(1))), form, clause);
  }

  /** The signs, cut into stretches that belong together. */
  List<List<Sign>> chunks() {
    boolean skuFirst = !signs.isEmpty() && signs.getFirst() instanceof Sign.OfSku;
    List<List<Sign>> chunks = new ArrayList<>(List.of(new ArrayList<>()));
    for (int i = 0; i < signs.size(); i++) {
      boolean starts =
          skuFirst
              ? signs.get(i) instanceof Sign.OfSku
                  && i > 0
                  && !(signs.get(i - 1) instanceof Sign.OfSku)
              : signs.get(i) instanceof Sign.OfStep;
      if (starts) {
        chunks.add(new ArrayList<>());
      }
      chunks.getLast().add(signs.get(i));
    }
    return chunks;
  }

  /** What the clause says, empty of meaning where it says nothing. */
  Polarity own(int clause) {
    return clauses.get(clause);
  }

  /** What the clauses before say last, or what stands above the sentence. */
  Polarity before(int clause, Polarity heading) {
    for (int i = clause - 1; i >= 0; i--) {
      if (clauses.get(i) != Polarity.NONE) {
        return clauses.get(i);
      }
    }
    return heading;
  }

  /** What the clauses behind say first. */
  Polarity after(int clause) {
    return clauses.stream()
        .skip(clause + 1L)
        .filter(polarity -> polarity != Polarity.NONE)
        .findFirst()
        .orElse(Polarity.NONE);
  }
}
