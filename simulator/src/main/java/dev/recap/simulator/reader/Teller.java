package dev.recap.simulator.reader;

import dev.recap.simulator.reader.Sentence.Said;
import dev.recap.simulator.reader.Subject.Stretch;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;

/** Gathers what is said of items as statements. */
final class Teller {
  private final Vocabulary vocabulary;
  private final List<Statement> statements = new ArrayList<>();

  Teller(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  List<Statement> statements() {
    return List.copyOf(statements);
  }

  void add(List<Statement> said) {
    statements.addAll(said);
  }

  void tell(Subject about, Said said) {
    switch (said) {
      case Said.Closed closed ->
          about.stretches().forEach(stretch -> statements.add(new Statement.Closed(stretch)));
      case Said.Open open -> about.each().forEach(n -> statements.add(new Statement.Open(n)));
      case Said.OfStep of -> about.each().forEach(n -> step(n, of));
      case Said.Fact of ->
          about
              .single()
              .ifPresent(
                  n -> statements.add(new Statement.Fact(n, of.part(), of.field(), of.value())));
    }
  }

  private void step(int item, Said.OfStep of) {
    statements.add(new Statement.StepIs(item, of.part(), of.step().tool(), of.done()));
    if (of.done() && of.step().tool().equals(vocabulary.fetching())) {
      statements.add(new Statement.NoneLeft(false));
    }
  }

  /** An item merely listed below a heading is what the heading says. */
  void listed(Subject about, Mark mark) {
    if (mark.about() == Mark.About.OPEN_ITEMS) {
      tell(about, new Said.Open());
      return;
    }
    boolean done = mark.polarity() == Mark.Polarity.DONE;
    if (mark.said() && !mark.steps().isEmpty()) {
      mark.steps().forEach(step -> tell(about, new Said.OfStep(Statement.ALL, step, done)));
    } else if (done) {
      tell(about, new Said.Closed());
    } else if (mark.said()) {
      tell(about, new Said.OfStep(Statement.ALL, vocabulary.steps().getFirst(), false));
    }
  }

  /** The words of others, which stand in quotation marks, and how many items have which value. */
  void values(Subject about, String words, Quotes quotes) {
    for (FieldWords field : vocabulary.fields()) {
      if (field.quotes()) {
        Matcher said = field.said().matcher(words);
        String quoted = said.find() ? quotes.first(said.group(1)) : "";
        if (!quoted.isBlank()) {
          tell(about, new Said.Fact(Statement.ALL, field.name(), quoted));
        }
      } else if (!field.implies().isEmpty()) {
        about.stretches().stream()
            .filter(stretch -> !stretch.single())
            .forEach(stretch -> counted(stretch, field, words));
      }
    }
  }

  private void counted(Stretch stretch, FieldWords field, String words) {
    field
        .count()
        .matcher(words)
        .results()
        .forEach(found ->
            statements.add(
                new Statement.Counted(
                    stretch, field.name(), found.group(1), Integer.parseInt(found.group(2)))));
  }
}
