package dev.recap.simulator.reader;

import dev.recap.simulator.reader.Mark.Polarity;
import dev.recap.simulator.reader.Sentence.Said;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads the cells of one row of a table: each by the head of its column and by the row's own first
 * cell, of which one may name an item, a part of one or a step. A cell in a column that is not
 * understood says nothing.
 */
final class Cells {
  private static final Pattern STATUS =
      Words.words("[\\W_]*(?:current )?(?:status|state|progress|stage|result)[\\W_]*");
  private static final Pattern ANSWERS = Words.words("[\\W_]*(?:done|completed?)[\\W_]*");

  private final Vocabulary vocabulary;
  private final Teller teller;
  private final Subject about;
  private final List<String> parts;

  Cells(Vocabulary vocabulary, Teller teller, Subject about, List<String> parts) {
    this.vocabulary = vocabulary;
    this.teller = teller;
    this.about = about;
    this.parts = parts;
  }

  void read(List<String> head, List<String> row) {
    int first = row.size() > 1 && row.getFirst().matches("#?\\d*\\.?") ? 1 : 0;
    Optional<StepWords> label =
        vocabulary.names(row.get(first)) ? Optional.empty() : step(row.get(first));
    for (int i = label.isPresent() ? first + 1 : first; i < row.size(); i++) {
      String cell = row.get(i);
      if (!Mark.isVoid(cell) && !vocabulary.names(cell) && !vocabulary.isPart(cell)) {
        cell(head.get(i), cell, label);
      }
    }
  }

  /** The one step that words name. */
  private Optional<StepWords> step(String words) {
    List<StepWords> steps = Signs.steps(Signs.of(words, vocabulary), vocabulary);
    boolean marks = Sentence.speaksOfSteps(words) && steps.equals(List.of(vocabulary.closing()));
    return steps.size() == 1 && !marks ? Optional.of(steps.getFirst()) : Optional.empty();
  }

  private void cell(String head, String cell, Optional<StepWords> label) {
    List<Subject.Place> named = Subject.in(head, vocabulary.names());
    Subject of = named.isEmpty() ? about : named.getFirst().subject();
    if (label.isPresent()) {
      if (!named.isEmpty() || STATUS.matcher(head).matches() || ANSWERS.matcher(head).matches()) {
        state(of, label.get(), label.get().tool(), cell);
      }
    } else if (step(head).isPresent()) {
      state(of, step(head).get(), head, cell);
    } else if (STATUS.matcher(head).matches()) {
      read(of, cell, Mark.NONE, true);
    } else if (Sentence.heading(head, vocabulary).said()) {
      read(of, cell, Sentence.heading(head, vocabulary), false);
    } else {
      facts(of, head, cell);
    }
  }

  private void state(Subject of, StepWords step, String head, String cell) {
    Polarity state = Mark.state(cell);
    boolean done = state == Polarity.DONE;
    if (state == Polarity.NONE) {
      List<StepWords> others = Signs.steps(Signs.of(cell, vocabulary), vocabulary);
      if (others.stream().allMatch(step::equals)) {
        read(of, head + ": " + cell, Mark.NONE, false);
      }
    } else if (done && step.equals(vocabulary.closing())) {
      teller.tell(of, new Said.Closed());
    } else {
      parts.forEach(part -> teller.tell(of, new Said.OfStep(part, step, done)));
    }
  }

  private void read(Subject of, String words, Mark mark, boolean status) {
    Polarity state = Mark.state(words);
    if (mark.said() && state != Polarity.NONE) {
      if (mark.polarity() == Polarity.DONE && parts.equals(List.of(Statement.ALL))) {
        tell(of, words, new Sentence.Place(Mark.NONE, parts, true));
      }
      return;
    }
    tell(of, words, new Sentence.Place(mark, parts, status));
  }

  private void tell(Subject of, String words, Sentence.Place place) {
    Sentence.read(words, vocabulary, place).forEach(said -> teller.tell(of, said));
  }

  private void facts(Subject of, String head, String cell) {
    Sentence.read(head + ": " + cell, vocabulary, new Sentence.Place(Mark.NONE, parts, false))
        .stream()
        .filter(Said.Fact.class::isInstance)
        .forEach(said -> teller.tell(of, said));
  }
}
