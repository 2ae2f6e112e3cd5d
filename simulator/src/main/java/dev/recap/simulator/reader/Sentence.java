package dev.recap.simulator.reader;

import dev.recap.simulator.reader.Mark.About;
import dev.recap.simulator.reader.Mark.Polarity;
import dev.recap.simulator.reader.Signs.Clause;
import dev.recap.simulator.reader.Signs.Named;
import dev.recap.simulator.reader.StepWords.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Judges one sentence about one subject: which steps it says are done and which are not.
 *
 * <p>Clauses are judged left to right. A mark such as "done" or "still to do" binds the steps of
 * its own clause and, where they have none of their own, those of the next clauses.
 */
final class Sentence {
  private static final Pattern WORK = Words.wholeWords("steps?|so far|work|actions?|tasks?");
  private static final Pattern BARE_OPEN = Pattern.compile("\\bopen\\b");
  static final Pattern STATUS = Words.words("^[\\s*_`,:-]*(?:status|state)\\b[\\s*_`]*[:=]");
  private static final Pattern BEGUN =
      Words.words("(?:open|active|current|in[ _-]progress)\\b[^\\p{L}]*");
  private static final Pattern HELD = Words.words("(?:new|held|pending)\\W*");

  /** What a sentence says, without its subject. */
  sealed interface Said {
    /** Whether it claims that something was done. */
    default boolean claims() {
      return false;
    }

    /** A step done or not. */
    record OfStep(String part, StepWords step, boolean done) implements Said {
      @Override
      public boolean claims() {
        return done;
      }
    }

    /** The item is closed. */
    record Closed() implements Said {
      @Override
      public boolean claims() {
        return true;
      }
    }

    /** The item is open. */
    record Open() implements Said {}

    /** A value of the item. */
    record Fact(String part, String field, String value) implements Said {}
  }

  /**
   * Where a sentence stands.
   *
   * @param heading what stands above it
   * @param parts the parts of the item that are meant where it names none
   * @param named whether it names the item itself
   */
  record Place(Mark heading, List<String> parts, boolean named) {
    static final Place NOWHERE = new Place(Mark.NONE, List.of(Statement.ALL), false);
  }

  private final Vocabulary vocabulary;
  private final Place place;
  private final List<Said> said = new ArrayList<>();
  private final List<Named> waiting = new ArrayList<>();
  private Mark current;

  private Sentence(Vocabulary vocabulary, Place place) {
    this.vocabulary = vocabulary;
    this.place = place;
    this.current = place.heading().about() == About.ANYTHING ? place.heading() : Mark.NONE;
  }

  /** What a sentence says. */
  static List<Said> read(String sentence, Vocabulary vocabulary, Place place) {
    Sentence reading = new Sentence(vocabulary, place);
    if (!reading.status(sentence)) {
      String signed = Signs.of(sentence, vocabulary);
      if (!reading.allBut(signed)) {
        reading.clauses(signed);
      }
    }
    return reading.said;
  }

  /** A state that stands by itself is the item's. */
  private boolean status(String sentence) {
    Matcher key = STATUS.matcher(sentence);
    boolean keyed = key.lookingAt();
    if (!keyed && !place.named()) {
      return false;
    }
    String value =
        (keyed ? sentence.substring(key.end()) : sentence)
            .replaceFirst("^[\\s*_`,:=|–—-]+", "")
            .replaceFirst("[\\s*_`,:|–—-]+$", "");
    Polarity state = Mark.state(value);
    if (BEGUN.matcher(value).matches() || (keyed && HELD.matcher(value).matches())) {
      said.add(new Said.Open());
    } else if (state == Polarity.NOT) {
      say(vocabulary.closing(), false);
    } else if (state == Polarity.DONE) {
      said.add(new Said.Closed());
    } else {
      return false;
    }
    return true;
  }

  /** Whether words say of an item that work on it has begun, and nothing else. */
  static boolean begun(String words) {
    return BEGUN.matcher(words).matches() || HELD.matcher(words).matches();
  }

  /** Whether words speak of steps as such. */
  static boolean speaksOfSteps(String words) {
    return WORK.matcher(words).find();
  }

  /** Whether words name steps and say nothing of them. */
  static boolean justSteps(String words, Vocabulary vocabulary) {
    String signed = Signs.of(words, vocabulary);
    return !signed.contains("+")
        && !Signs.steps(signed, vocabulary).isEmpty()
        && Mark.in(signed) == Polarity.NONE;
  }

  private boolean allBut(String signed) {
    Matcher match = Words.ALL_BUT.matcher(signed);
    if (!match.find()) {
      return false;
    }
    List<StepWords> excepted = Signs.steps(signed.substring(match.end()), vocabulary);
    if (excepted.isEmpty()) {
      return false;
    }
    int clause =
        Words.CLAUSE_END
            .matcher(signed.substring(0, match.start()))
            .results()
            .mapToInt(MatchResult::end)
            .max()
            .orElse(0);
    boolean rest = Mark.in(signed.substring(clause)) != Polarity.NOT;
    beforeClosing(rest);
    excepted.stream()
        .filter(step -> rest || !step.equals(vocabulary.closing()))
        .forEach(step -> say(step, !rest));
    return true;
  }

  private void beforeClosing(boolean done) {
    vocabulary.steps().stream()
        .filter(step -> !step.equals(vocabulary.closing()))
        .forEach(step -> say(step, done));
  }

  private void clauses(String signed) {
    String rest = signed;
    if (Words.NOTHING_LEFT.matcher(rest).find()) {
      said.add(new Said.Closed());
      rest = Words.NOTHING_LEFT.matcher(rest).replaceAll(" ");
    }
    List<Clause> clauses = Signs.clauses(rest, vocabulary, place.parts());
    for (int i = 0; i < clauses.size(); i++) {
      clauses
          .get(i)
          .values()
          .forEach(value -> said.add(new Said.Fact(value.part(), value.field(), value.value())));
      clause(
          clauses.get(i),
          i + 1 < clauses.size() ? Optional.of(clauses.get(i + 1)) : Optional.empty());
    }
  }

  private void clause(Clause clause, Optional<Clause> next) {
    List<Named> named = new ArrayList<>(clause.steps());
    Polarity own = clause.polarity();
    boolean status = named.removeIf(one -> closing(one) && one.form() == Form.DONE);
    if (status) {
      if (own == Polarity.NOT) {
        say(vocabulary.closing(), false);
      } else if (marksOthers(clause, named, next)) {
        own = Polarity.DONE;
      } else {
        said.add(new Said.Closed());
      }
    }
    if (named.isEmpty()) {
      withoutSteps(clause, own, status);
      return;
    }
    if (own == Polarity.NOT && Words.ONLY.matcher(clause.words()).find()) {
      beforeClosing(true);
    }
    if (clause.words().contains(Signs.OPEN)) {
      said.add(new Said.Open());
    }
    judge(named, own);
  }

  private boolean closing(Named named) {
    return named.step().equals(vocabulary.closing());
  }

  /** Whether "completed" is said of steps, not of the item. */
  private boolean marksOthers(Clause clause, List<Named> named, Optional<Clause> next) {
    return !waiting.isEmpty()
        || plain(named)
        || WORK.matcher(clause.words()).find()
        || next.filter(one -> plain(one.steps()) && one.polarity() == Polarity.NONE).isPresent();
  }

  private static boolean plain(List<Named> named) {
    return named.stream().anyMatch(one -> one.form() == Form.PLAIN);
  }

  private void withoutSteps(Clause clause, Polarity own, boolean status) {
    boolean open = clause.words().contains(Signs.OPEN) || BARE_OPEN.matcher(clause.words()).find();
    if (open && !status) {
      said.add(new Said.Open());
      return;
    }
    if (own != Polarity.NONE && !(status && own == Polarity.NOT)) {
      current = new Mark(own, true);
      settle(own);
    }
  }

  private void judge(List<Named> named, Polarity own) {
    for (Named one : named) {
      Form form = one.form();
      switch (form) {
        case UNDONE -> say(one, false);
        case DONE -> {
          boolean refused =
              own == Polarity.NOT
                  || (own == Polarity.NONE && current.list() && current.polarity() == Polarity.NOT);
          say(one, !refused);
        }
        case PLAIN -> plain(one, own);
      }
    }
    if (own != Polarity.NONE) {
      if (!current.said()) {
        settle(own);
      }
      // "Not classified, routed" leaves open whether it was routed.
      boolean notDone = named.stream().anyMatch(one -> one.form() == Form.DONE);
      current = new Mark(own, own == Polarity.NOT && notDone);
    }
  }

  private void plain(Named named, Polarity own) {
    switch (own != Polarity.NONE ? own : current.polarity()) {
      case DONE -> say(named, true);
      case NOT -> say(named, false);
      case NONE -> waiting.add(named);
    }
  }

  private void settle(Polarity polarity) {
    waiting.forEach(named -> say(named, polarity == Polarity.DONE));
    waiting.clear();
  }

  private void say(Named named, boolean done) {
    if (closing(named) && done) {
      said.add(new Said.Closed());
    } else {
      named.parts().forEach(part -> said.add(new Said.OfStep(part, named.step(), done)));
    }
  }

  private void say(StepWords step, boolean done) {
    said.add(new Said.OfStep(Statement.ALL, step, done));
  }
}
