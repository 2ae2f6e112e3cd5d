package dev.recap.simulator.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a sentence or heading has said so far about the steps that follow.
 *
 * @param polarity done, not done, or nothing
 * @param list whether it introduces a list, as "Still required:" does, and so binds every step in
 *     it
 * @param about whether it speaks of items or of steps
 * @param steps those that it names itself, as "Drafts still to write:" does
 */
record Mark(Polarity polarity, boolean list, About about, List<StepWords> steps) {
  /** Done, not done, or nothing said. */
  enum Polarity {
    DONE,
    NOT,
    NONE
  }

  /** What a heading stands over. */
  enum About {
    /** Items as such: "Pending tickets". A mark says nothing of the steps of one. */
    ITEMS,
    /** Items that are open: "In progress". */
    OPEN_ITEMS,
    /** Steps, or whatever stands below. */
    ANYTHING
  }

  static final Mark NONE = new Mark(Polarity.NONE, false);

  private static final String DONE_STATE =
      "yes|true|done|completed?|finished|closed|resolved|signed[ _-]off|ok|saved|sent|written|recorded|succeeded|successful|executed|checked|looked up|confirmed|submitted|made|set|in place|already done|"
          + Words.DONE_MARK;
  private static final String NOT_STATE =
      "no|none|false|null|nil|unset|undone|to[ -]?do|pending|open|in[ -]progress|§o|not(?: yet)?(?:\\s+(?:\\w+|§\\d+\\+))?(?: yet)?"
          + "|outstanding|missing|waiting|blocked|remaining|next|tbd|started|queued|later|failed|skipped|planned|upcoming"
          + "|incomplete|still \\w+(?: \\w+)?|to be \\w+|"
          + Words.NOT_MARK;

  /** What stands for no state at all, or for a step that is not needed. */
  static final String VOID =
      "-+|–|—|n/?a|\\?+|unknown|unclear|unneeded|not (?:needed|required|applicable|due|necessary)";

  /** A word or mark that is a state by itself; its first group if done, its second if not. */
  static final String STATE = "(?:(" + DONE_STATE + ")|(" + NOT_STATE + "))";

  private static final Pattern DONE_FORM = Pattern.compile("§\\d+\\+");
  private static final Pattern BOTH = Words.words("\\s(?:and|or|&|/|vs\\.?)\\s|/|,");
  private static final Pattern EMPTY = Words.words("[\\s*_`]*(?:" + VOID + ")[\\s*_`.]*");
  private static final Pattern WHOLE =
      Words.words("[\\s*_~`'\"]*" + STATE + "[\\s*_~`'\".!]*(?:\\([^()]*\\))?\\s*");

  Mark {
    steps = List.copyOf(steps);
  }

  Mark(Polarity polarity, boolean list) {
    this(polarity, list, About.ANYTHING, List.of());
  }

  /** Steps that are named and of which nothing is said yet. */
  static Mark naming(List<StepWords> steps) {
    return new Mark(Polarity.NONE, true, About.ANYTHING, steps);
  }

  boolean said() {
    return polarity != Polarity.NONE;
  }

  /** What the words of a clause say of the steps in it; "not" wins. */
  static Polarity in(String clause) {
    if (Words.NOT.matcher(clause).find()) {
      return Polarity.NOT;
    }
    return Words.DONE.matcher(clause).find() ? Polarity.DONE : Polarity.NONE;
  }

  /** Whether words stand for no state at all. */
  static boolean isVoid(String words) {
    return words.isBlank() || EMPTY.matcher(words).matches();
  }

  /** What words say that are a state and nothing else. */
  static Polarity state(String words) {
    Matcher whole = WHOLE.matcher(words);
    if (!whole.matches() || isVoid(words)) {
      return Polarity.NONE;
    }
    return whole.group(1) != null ? Polarity.DONE : Polarity.NOT;
  }

  /** What a heading says of what stands below it. */
  static Mark heading(String line, Vocabulary vocabulary) {
    String words = line.replace('_', ' ');
    String signed = DONE_FORM.matcher(Signs.of(words, vocabulary)).replaceAll("$0 done ");
    List<Sentence.Said> said = Sentence.read(words, vocabulary, Sentence.Place.NOWHERE);
    Polarity polarity = in(signed);
    for (String half : BOTH.split(signed, -1)) {
      Polarity other = in(half);
      if (other != Polarity.NONE && other != polarity) {
        return NONE;
      }
    }
    if (said.contains(new Sentence.Said.Open())) {
      return new Mark(Polarity.NONE, true, About.OPEN_ITEMS, List.of());
    }
    About about = vocabulary.speaksOfItems(words) ? About.ITEMS : About.ANYTHING;
    List<StepWords> steps = new ArrayList<>(Signs.steps(signed, vocabulary));
    steps.remove(vocabulary.closing());
    return new Mark(polarity, true, about, steps);
  }
}
