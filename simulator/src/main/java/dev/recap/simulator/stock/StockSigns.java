package dev.recap.simulator.stock;

import dev.recap.simulator.reader.Mark;
import dev.recap.simulator.reader.Mark.Polarity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of a sentence turned into signs, so that a few rules can judge it. */
final class StockSigns {
  private static final Pattern BREAK =
      Pattern.compile("[,;:()|]|\\s[-–—]\\s|\\b(?:but|while|whereas|however|although|though)\\b");
  private static final Pattern TOKEN =
      Pattern.compile("§(\\d)([+-]?)|(sku-\\d{1,9})\\b|¤([emc])=(\\d{1,7})");

  /** How the form of a word bears on its step. */
  enum Form {
    PLAIN,
    DONE,
    UNDONE
  }

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
    for (String clause : BREAK.split(signed, -1)) {
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
      signed = StockWords.figure(figure).matcher(signed).replaceAll(" ¤" + letter(figure) + "=$1 ");
    }
    for (StockStep step : StockStep.values()) {
      if (step == StockStep.SIGN_OFF && TOKEN.matcher(signed).find()) {
        signed = StockWords.COMPLETED.matcher(signed).replaceAll("done");
      }
      StockWords.Forms words = StockWords.of(step);
      signed = words.undone().matcher(signed).replaceAll(sign(step, "-"));
      signed = words.done().matcher(signed).replaceAll(sign(step, "+"));
      signed = words.plain().matcher(signed).replaceAll(sign(step, ""));
    }
    return new StockSigns(signed);
  }

  private static String sign(StockStep step, String form) {
    return " §" + step.number() + form + " ";
  }

  private static Sign sign(MatchResult token, int clause) {
    if (token.group(3) != null) {
      return new Sign.OfSku(token.group(3).toUpperCase(Locale.ROOT));
    }
    if (token.group(4) != null) {
      return new Sign.OfFigure(figure(token.group(4)), Integer.parseInt(token.group(5)));
    }
    Form form =
        switch (token.group(2)) {
          case "+" -> Form.DONE;
          case "-" -> Form.UNDONE;
          default -> Form.PLAIN;
        };
    return new Sign.OfStep(StockStep.ofNumber(Integer.parseInt(token.group(1))), form, clause);
  }

  private static String letter(Figure figure) {
    return switch (figure) {
      case EXPECTED -> "e";
      case MINIMUM -> "m";
      case COUNTED -> "c";
    };
  }

  private static Figure figure(String letter) {
    return switch (letter) {
      case "e" -> Figure.EXPECTED;
      case "m" -> Figure.MINIMUM;
      default -> Figure.COUNTED;
    };
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
