package dev.recap.simulator.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads free text: which tickets it is about, line by line, and what it says of each.
 *
 * <p>A sentence without a ticket's name is about the one named last on its line, in its paragraph
 * or in the heading above. Quotations are set aside beforehand.
 */
final class TextReader {
  private static final Pattern NEW_SECTION =
      Vocabulary.words(
          "\\b(?:tickets|queue|task|goal|rules?|overview|next steps?|notes?|context|how to)\\b");

  private final List<Statement> statements = new ArrayList<>();
  private final Quotes quotes;
  private Subject subject;
  private boolean underHeading;
  private Mark heading = Mark.NONE;
  private boolean headingOpen;

  private TextReader(Quotes quotes, Subject subject) {
    this.quotes = quotes;
    this.subject = subject;
  }

  /** What a text says; {@code subject} is what it is about until it names a ticket itself. */
  static List<Statement> read(String text, Subject subject) {
    JsonIn json = JsonIn.of(text);
    List<Statement> statements = new ArrayList<>();
    json.objects().forEach(object -> statements.addAll(Records.read(object)));
    Quotes quotes = Quotes.in(json.text());
    TextReader reader = new TextReader(quotes, subject);
    quotes.text().lines().forEach(reader::line);
    statements.addAll(reader.statements);
    return statements;
  }

  private void line(String line) {
    if (line.isBlank()) {
      if (!underHeading) {
        subject = Subject.NOBODY;
      }
      return;
    }
    boolean bullet = Vocabulary.BULLET.matcher(line).matches();
    String bare = line.strip();
    boolean names = Vocabulary.TICKET.matcher(bare).find();
    boolean isHeading =
        bare.startsWith("#") || bare.endsWith(":") || bare.endsWith(":**") || boldOnly(bare);
    if (isHeading && !names) {
      openHeading(bare);
      return;
    }
    if (names && (isHeading || !bullet)) {
      heading = Mark.NONE;
      headingOpen = false;
    } else if (!bullet && !names && !underHeading) {
      heading = Mark.NONE;
    }
    for (String sentence : Vocabulary.SENTENCE_END.split(line, -1)) {
      sentence(sentence);
    }
    if (names) {
      underHeading = isHeading;
    }
  }

  private static boolean boldOnly(String bare) {
    return bare.length() > 4 && bare.startsWith("**") && bare.indexOf("**", 2) == bare.length() - 2;
  }

  private void openHeading(String bare) {
    if (bare.startsWith("#") || NEW_SECTION.matcher(bare).find()) {
      subject = Subject.NOBODY;
      underHeading = false;
    }
    heading = Sentence.heading(bare);
    headingOpen =
        Sentence.read(bare, Mark.NONE).stream().anyMatch(Sentence.Said.Open.class::isInstance);
  }

  private void sentence(String sentence) {
    queue(sentence);
    if (Vocabulary.AT_LARGE.matcher(sentence).find()) {
      subject = Subject.NOBODY;
      return;
    }
    List<Subject.Place> places = Subject.in(sentence, Subject.TICKETS);
    if (places.isEmpty()) {
      say(subject, sentence, false);
      return;
    }
    if (places.size() == 1) {
      Subject.Place place = places.getFirst();
      String rest = sentence.substring(0, place.start()) + " " + sentence.substring(place.end());
      say(place.subject(), rest, true);
    } else {
      several(sentence, places);
    }
    subject = places.getLast().subject();
  }

  private void several(String sentence, List<Subject.Place> places) {
    String prefix = sentence.substring(0, places.getFirst().start());
    boolean verbFirst =
        !Sentence.read(prefix, Mark.NONE).isEmpty() || Signs.SIGN.matcher(Signs.of(prefix)).find();
    for (int i = 0; i < places.size(); i++) {
      int from = verbFirst ? (i == 0 ? 0 : places.get(i - 1).end()) : places.get(i).end();
      int to =
          verbFirst
              ? places.get(i).start()
              : (i + 1 < places.size() ? places.get(i + 1).start() : sentence.length());
      say(places.get(i).subject(), sentence.substring(from, to), true);
    }
  }

  private void queue(String sentence) {
    if (Vocabulary.CONDITION.matcher(sentence).find()) {
      return;
    }
    if (Vocabulary.QUEUE_NOT_EMPTY.matcher(sentence).find()) {
      statements.add(new Statement.QueueIs(false));
    } else if (Vocabulary.QUEUE_EMPTY.matcher(sentence).find()) {
      statements.add(new Statement.QueueIs(true));
    }
  }

  private void say(Subject about, String words, boolean named) {
    if (about.nobody()) {
      return;
    }
    List<Sentence.Said> said = Sentence.read(words, heading);
    about.single().ifPresent(number -> statements.addAll(Facts.in(number, words, quotes)));
    for (Sentence.Said one : said) {
      attribute(about, one);
    }
    if (said.isEmpty() && named) {
      fromHeading(about);
    }
  }

  /** A ticket merely listed below a heading is what the heading says. */
  private void fromHeading(Subject about) {
    if (headingOpen) {
      attribute(about, new Sentence.Said.Open());
      return;
    }
    switch (heading.polarity()) {
      case DONE -> attribute(about, new Sentence.Said.Closed());
      case NOT -> attribute(about, new Sentence.Said.OfStep(Step.FETCH, false));
      case NONE -> {}
    }
  }

  private void attribute(Subject about, Sentence.Said said) {
    switch (said) {
      case Sentence.Said.Closed closed ->
          about.stretches().forEach(stretch -> statements.add(new Statement.Closed(stretch)));
      case Sentence.Said.Open open ->
          about.each().forEach(n -> statements.add(new Statement.Open(n)));
      case Sentence.Said.OfStep step ->
          about
              .each()
              .forEach(n -> statements.add(new Statement.StepIs(n, step.step(), step.done())));
    }
  }
}
