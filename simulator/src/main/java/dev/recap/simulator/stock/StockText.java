package dev.recap.simulator.stock;

import dev.recap.simulator.reader.JsonIn;
import dev.recap.simulator.reader.Mark.Polarity;
import dev.recap.simulator.reader.Quotes;
import dev.recap.simulator.reader.Subject;
import dev.recap.simulator.reader.Subject.Place;
import dev.recap.simulator.reader.Vocabulary;
import dev.recap.simulator.stock.StockSentence.Said;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads free text: which warehouses it is about, line by line, and what it says of each.
 *
 * <p>A sentence without a warehouse's name is about the one named last on its line, in its
 * paragraph or in the heading above. Quotations are set aside beforehand.
 */
final class StockText {
  private static final Pattern REMARK = Vocabulary.words("\\bremarks?\\b[^⟦]{0,40}(⟦\\d+⟧)");

  private final List<StockStatement> statements = new ArrayList<>();
  private final Quotes quotes;
  private Subject subject;
  private Polarity heading = Polarity.NONE;
  private boolean underHeading;

  private StockText(Quotes quotes, Subject subject) {
    this.quotes = quotes;
    this.subject = subject;
  }

  /** What a text says; {@code subject} is what it is about until it names a warehouse itself. */
  static List<StockStatement> read(String text, Subject subject) {
    JsonIn json = JsonIn.of(text);
    List<StockStatement> statements = new ArrayList<>();
    json.objects().forEach(object -> statements.addAll(WarehouseRecord.read(object)));
    Quotes quotes = Quotes.in(json.text());
    StockText reader = new StockText(quotes, subject);
    quotes.text().lines().forEach(reader::line);
    statements.addAll(reader.statements);
    return statements;
  }

  private void line(String line) {
    String bare = line.strip();
    if (bare.isEmpty()) {
      subject = underHeading ? subject : Subject.NOBODY;
      return;
    }
    boolean names = StockWords.WAREHOUSE.matcher(bare).find();
    boolean bullet = Vocabulary.BULLET.matcher(line).matches();
    boolean isHeading = bare.startsWith("#") || bare.endsWith(":") || bare.endsWith(":**");
    if (isHeading && !names) {
      heading = StockSentence.heading(bare);
      subject = bare.startsWith("#") ? Subject.NOBODY : subject;
      underHeading &= !bare.startsWith("#");
      return;
    }
    if (!bullet || (names && isHeading)) {
      heading = Polarity.NONE;
    }
    for (String sentence : Vocabulary.SENTENCE_END.split(line, -1)) {
      sentence(sentence);
    }
    if (names) {
      underHeading = isHeading;
    }
  }

  private void sentence(String sentence) {
    noneLeft(sentence);
    if (StockWords.AT_LARGE.matcher(sentence).find()) {
      subject = Subject.NOBODY;
      return;
    }
    List<Place> places = Subject.in(sentence, StockWords.WAREHOUSES);
    if (places.isEmpty()) {
      say(subject, sentence, false);
      return;
    }
    String before = sentence.substring(0, places.getFirst().start());
    boolean verbFirst = places.size() > 1 && !StockSentence.read(before, Polarity.NONE).isEmpty();
    for (int i = 0; i < places.size(); i++) {
      int end = i + 1 < places.size() ? places.get(i + 1).start() : sentence.length();
      String behind = sentence.substring(places.get(i).end(), end);
      say(places.get(i).subject(), i == 0 || verbFirst ? before + " " + behind : behind, true);
    }
    subject = places.getLast().subject();
  }

  private void noneLeft(String sentence) {
    if (Vocabulary.CONDITION.matcher(sentence).find()) {
      return;
    }
    if (StockWords.NONE_LEFT.matcher(sentence).find()) {
      statements.add(new StockStatement.NoneLeft(true));
    } else if (StockWords.SOME_LEFT.matcher(sentence).find()) {
      statements.add(new StockStatement.NoneLeft(false));
    }
  }

  private void say(Subject about, String words, boolean named) {
    if (about.nobody()) {
      return;
    }
    var remark = REMARK.matcher(words);
    if (remark.find()) {
      about.each().forEach(n -> statements.add(remark(n, remark.group(1))));
    }
    List<Said> said = StockSentence.read(words, heading);
    said.forEach(one -> attribute(about, one));
    if (said.isEmpty() && named && heading == Polarity.DONE) {
      attribute(about, new Said.Closed());
    }
  }

  private StockStatement remark(int warehouse, String mark) {
    return new StockStatement.Remark(warehouse, quotes.first(mark));
  }

  private void attribute(Subject about, Said said) {
    switch (said) {
      case Said.Closed closed ->
          about.stretches().forEach(stretch -> statements.add(new StockStatement.Closed(stretch)));
      case Said.Open open -> about.each().forEach(n -> statements.add(new StockStatement.Open(n)));
      case Said.OfStep of ->
          about
              .each()
              .forEach(n ->
                  statements.add(new StockStatement.StepIs(n, of.sku(), of.step(), of.done())));
      case Said.OfFigure of ->
          about
              .each()
              .forEach(n ->
                  statements.add(
                      new StockStatement.FigureIs(n, of.sku(), of.figure(), of.value())));
    }
  }
}
