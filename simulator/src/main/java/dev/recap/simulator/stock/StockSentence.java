package dev.recap.simulator.stock;

import dev.recap.simulator.reader.Mark;
import dev.recap.simulator.reader.Mark.Polarity;
import dev.recap.simulator.reader.Vocabulary;
import dev.recap.simulator.stock.StockSigns.Sign;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Judges one sentence about one warehouse: which steps of which SKUs it says are done, which are
 * not, and which figures it states.
 *
 * <p>A step binds the SKUs behind it, up to the next step; where a sentence begins with a SKU, the
 * SKUs before it; where there are none, all. A mark such as "done" or "still to do" binds the steps
 * of its own clause, then those of the clauses behind, then those before it.
 */
final class StockSentence {
  private static final Pattern BARE_OPEN = Vocabulary.words("\\bopen\\b");

  /** What a sentence says, without its warehouse. */
  sealed interface Said {
    /** A step done or not. */
    record OfStep(StockStep step, String sku, boolean done) implements Said {}

    /** The warehouse is signed off. */
    record Closed() implements Said {}

    /** The warehouse is open. */
    record Open() implements Said {}

    /** A figure of a SKU. */
    record OfFigure(String sku, Figure figure, int value) implements Said {}
  }

  private final StockSigns signs;
  private final Polarity heading;
  private final List<Said> said = new ArrayList<>();

  private StockSentence(StockSigns signs, Polarity heading) {
    this.signs = signs;
    this.heading = heading;
  }

  /** What a sentence says; {@code heading} is what stands above it. */
  static List<Said> read(String sentence, Polarity heading) {
    String words = StockWords.BEFORE_SIGNING.matcher(sentence).replaceAll(" ");
    List<Said> said = new ArrayList<>();
    if (Vocabulary.OPEN.matcher(words).find()) {
      said.add(new Said.Open());
      words = Vocabulary.OPEN.matcher(words).replaceAll(" ");
    }
    if (Vocabulary.NOTHING_LEFT.matcher(words).find()) {
      said.add(new Said.Closed());
      words = Vocabulary.NOTHING_LEFT.matcher(words).replaceAll(" ");
    }
    StockSentence reading = new StockSentence(StockSigns.of(words), heading);
    reading.signs.chunks().forEach(reading::chunk);
    said.addAll(reading.said);
    if (said.isEmpty() && BARE_OPEN.matcher(words).find()) {
      said.add(new Said.Open());
    }
    return said;
  }

  private void chunk(List<Sign> chunk) {
    List<String> skus = new ArrayList<>();
    for (Sign sign : chunk) {
      if (sign instanceof Sign.OfSku named) {
        skus.add(named.sku());
      }
    }
    String last = "";
    for (Sign sign : chunk) {
      switch (sign) {
        case Sign.OfSku named -> last = named.sku();
        case Sign.OfFigure figure -> {
          String of = last.isEmpty() && !skus.isEmpty() ? skus.getFirst() : last;
          if (!of.isEmpty()) {
            said.add(new Said.OfFigure(of, figure.figure(), figure.value()));
          }
        }
        case Sign.OfStep step -> judge(step, skus);
      }
    }
  }

  private void judge(Sign.OfStep named, List<String> skus) {
    Polarity own = signs.own(named.clause());
    Polarity before = signs.before(named.clause(), heading);
    switch (named.form()) {
      case UNDONE -> say(named.step(), skus, false);
      case DONE -> {
        boolean refused = own == Polarity.NOT || (own == Polarity.NONE && before == Polarity.NOT);
        say(named.step(), skus, !refused);
      }
      case PLAIN -> {
        Polarity polarity = own;
        if (polarity == Polarity.NONE) {
          polarity = before == Polarity.NONE ? signs.after(named.clause()) : before;
        }
        if (polarity != Polarity.NONE) {
          say(named.step(), skus, polarity == Polarity.DONE);
        }
      }
    }
  }

  private void say(StockStep step, List<String> skus, boolean done) {
    if (step == StockStep.SIGN_OFF && done) {
      said.add(new Said.Closed());
    } else if (skus.isEmpty() || !step.ofSku()) {
      said.add(new Said.OfStep(step, StockStatement.ALL, done));
    } else {
      skus.forEach(sku -> said.add(new Said.OfStep(step, sku, done)));
    }
  }

  /** What a heading says of the lines below it. */
  static Polarity heading(String line) {
    List<Said> said = read(line, Polarity.NONE);
    if (said.contains(new Said.Closed())) {
      return Polarity.DONE;
    }
    return said.contains(new Said.Open()) ? Polarity.NONE : Mark.in(line);
  }
}
