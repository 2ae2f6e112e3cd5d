package dev.recap.simulator.reader;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Judges one sentence about one subject: which steps it says are done and which are not.
 *
 * <p>Clauses are judged left to right. A mark such as "done" or "still to do" binds the steps of
 * its own clause and, where they have none of their own, those of the next clauses.
 */
final class Sentence {
  private static final Pattern WORK =
      Pattern.compile("\\b(?:steps?|so far|work|actions?|tasks?)\\b");
  private static final Pattern BARE_OPEN = Pattern.compile("\\bopen\\b");
  private static final Set<Step> BEFORE_COMPLETION =
      EnumSet.complementOf(EnumSet.of(Step.COMPLETE));

  /** What a sentence says, without its subject. */
  sealed interface Said {
    /** A step done or not. */
    record OfStep(Step step, boolean done) implements Said {}

    /** The ticket is closed. */
    record Closed() implements Said {}

    /** The ticket is open. */
    record Open() implements Said {}
  }

  private final List<Said> said = new ArrayList<>();
  private final List<Step> waiting = new ArrayList<>();
  private Mark current;

  private Sentence(Mark heading) {
    this.current = heading;
  }

  /** What a sentence says; {@code heading} is what stands above it. */
  static List<Said> read(String sentence, Mark heading) {
    Sentence reading = new Sentence(heading);
    String signed = Signs.of(sentence);
    if (!reading.allBut(signed)) {
      reading.clauses(signed);
    }
    return reading.said;
  }

  private boolean allBut(String signed) {
    Matcher match = Vocabulary.ALL_BUT.matcher(signed);
    if (!match.find()) {
      return false;
    }
    List<Signs.Named> excepted = Signs.in(signed.substring(match.end()));
    if (excepted.isEmpty()) {
      return false;
    }
    boolean rest = Mark.in(signed) != Mark.Polarity.NOT;
    BEFORE_COMPLETION.forEach(step -> say(step, rest));
    excepted.forEach(named -> say(named.step(), !rest));
    return true;
  }

  private void clauses(String signed) {
    String rest = signed;
    if (Vocabulary.NOTHING_LEFT.matcher(rest).find()) {
      said.add(new Said.Closed());
      rest = Vocabulary.NOTHING_LEFT.matcher(rest).replaceAll(" ");
    }
    List<String> clauses = split(rest);
    for (int i = 0; i < clauses.size(); i++) {
      String next = i + 1 < clauses.size() ? clauses.get(i + 1) : "";
      clause(clauses.get(i), next);
    }
  }

  private static List<String> split(String text) {
    List<String> clauses = new ArrayList<>();
    for (String clause : Vocabulary.CLAUSE_END.split(text, -1)) {
      boolean both =
          Vocabulary.NOT.matcher(clause).find()
              && (Vocabulary.DONE.matcher(clause).find() || clause.contains("+"));
      if (both && clause.contains(" and ")) {
        clauses.addAll(List.of(clause.split(" and ")));
      } else {
        clauses.add(clause);
      }
    }
    return clauses;
  }

  private void clause(String clause, String next) {
    List<Signs.Named> named = new ArrayList<>(Signs.in(clause));
    Mark.Polarity own = Mark.in(clause);
    boolean status =
        named.removeIf(sign -> sign.step() == Step.COMPLETE && sign.form() == StepWords.Form.DONE);
    if (status) {
      if (own == Mark.Polarity.NOT) {
        say(Step.COMPLETE, false);
      } else if (marksOthers(clause, named, next)) {
        own = Mark.Polarity.DONE;
      } else {
        said.add(new Said.Closed());
      }
    }
    if (named.isEmpty()) {
      withoutSteps(clause, own, status);
      return;
    }
    if (own == Mark.Polarity.NOT && Vocabulary.ONLY.matcher(clause).find()) {
      BEFORE_COMPLETION.forEach(step -> say(step, true));
    }
    if (clause.contains(Signs.OPEN)) {
      said.add(new Said.Open());
    }
    judge(named, own);
  }

  /** Whether "completed" is said of steps, not of the ticket. */
  private static boolean marksOthers(String clause, List<Signs.Named> named, String next) {
    boolean plainHere = named.stream().anyMatch(sign -> sign.form() == StepWords.Form.PLAIN);
    boolean plainNext =
        Signs.in(next).stream().anyMatch(sign -> sign.form() == StepWords.Form.PLAIN)
            && Mark.in(next) == Mark.Polarity.NONE;
    return plainHere || WORK.matcher(clause).find() || plainNext;
  }

  private void withoutSteps(String clause, Mark.Polarity own, boolean status) {
    boolean open = clause.contains(Signs.OPEN) || BARE_OPEN.matcher(clause).find();
    if (open && !status) {
      said.add(new Said.Open());
      return;
    }
    if (own != Mark.Polarity.NONE && !(status && own == Mark.Polarity.NOT)) {
      current = new Mark(own, true);
      if (!waiting.isEmpty()) {
        settle(own);
      }
    }
  }

  private void judge(List<Signs.Named> named, Mark.Polarity own) {
    for (Signs.Named sign : named) {
      switch (sign.form()) {
        case UNDONE -> say(sign.step(), false);
        case DONE -> {
          boolean refused =
              own == Mark.Polarity.NOT
                  || (own == Mark.Polarity.NONE
                      && current.list()
                      && current.polarity() == Mark.Polarity.NOT);
          say(sign.step(), !refused);
        }
        case PLAIN -> plain(sign.step(), own);
      }
    }
    if (own != Mark.Polarity.NONE) {
      if (!current.said()) {
        settle(own);
      }
      current = new Mark(own, false);
    }
  }

  private void plain(Step step, Mark.Polarity own) {
    Mark.Polarity polarity = own != Mark.Polarity.NONE ? own : current.polarity();
    switch (polarity) {
      case DONE -> say(step, true);
      case NOT -> say(step, false);
      case NONE -> waiting.add(step);
    }
  }

  private void settle(Mark.Polarity polarity) {
    waiting.forEach(step -> say(step, polarity == Mark.Polarity.DONE));
    waiting.clear();
  }

  private void say(Step step, boolean done) {
    said.add(new Said.OfStep(step, done));
  }

  /** What a heading says of the lines below it. */
  static Mark heading(String line) {
    List<Said> said = read(line, Mark.NONE);
    Optional<Said> status = said.stream().filter(s -> !(s instanceof Said.OfStep)).findFirst();
    if (status.isPresent()) {
      return status.get() instanceof Said.Closed ? new Mark(Mark.Polarity.DONE, true) : Mark.NONE;
    }
    return new Mark(Mark.in(Signs.of(line)), true);
  }
}
