package dev.recap.simulator.reader;

import dev.recap.simulator.reader.StepWords.Form;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns the words of a sentence into signs, so that a clause can be judged by a few rules. */
final class Signs {
  /** A step: its number in order, then + if its form says done, - if its form says not done. */
  static final Pattern SIGN = Pattern.compile("§(\\d)([+-]?)");

  /** A ticket that is open. */
  static final String OPEN = "§o";

  /** A step named in a clause. */
  record Named(Step step, Form form) {}

  private Signs() {}

  static String of(String sentence) {
    String signed = sentence.toLowerCase(Locale.ROOT).replace('§', ' ');
    signed = Vocabulary.BEFORE_CLOSING.matcher(signed).replaceAll(" ");
    signed = Vocabulary.DRAFT_SIZE.matcher(signed).replaceAll(done(Step.DRAFT));
    signed = Vocabulary.CATEGORY.matcher(signed).replaceAll(done(Step.CLASSIFY));
    signed = Vocabulary.PRIORITY.matcher(signed).replaceAll(done(Step.PRIORITISE));
    signed = TEAM_SAID.matcher(signed).replaceAll(done(Step.ROUTE));
    signed = Vocabulary.OPEN.matcher(signed).replaceAll(" " + OPEN + " ");
    for (Step step : Step.values()) {
      signed = named(signed, step);
    }
    return signed;
  }

  private static final Pattern TEAM_SAID =
      Pattern.compile(
          "(?:(?:rout(?:ed|e|ing)(?:_to_team)?|assigned(?:_team)?|team)[`*]*(?:\\s*(?:is|was|to|the|team|:|=|->|→|\\(|`|\\*)){0,8}\\s*)?\\b(?:"
              + Vocabulary.TEAMS
              + ")\\b");

  private static String named(String text, Step step) {
    StepWords words = step.words();
    // "mark as completed" names the step; only what is left can say that it was done.
    String bare = step == Step.COMPLETE ? words.plain(text, step.number()) : text;
    return words.signed(bare, step.number());
  }

  private static String done(Step step) {
    return StepWords.sign(step.number(), "+");
  }

  static List<Named> in(String clause) {
    List<Named> named = new ArrayList<>();
    Matcher sign = SIGN.matcher(clause);
    while (sign.find()) {
      int number = sign.group(1).charAt(0) - '0';
      Form form = Form.of(sign.group(2));
      Arrays.stream(Step.values())
          .filter(step -> step.number() == number)
          .forEach(step -> named.add(new Named(step, form)));
    }
    return named;
  }
}
