package dev.recap.simulator.reader;

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

  /** How the form of a word bears on its step. */
  enum Form {
    PLAIN,
    DONE,
    UNDONE
  }

  /** A step named in a clause. */
  record Named(Step step, Form form) {}

  private Signs() {}

  static String of(String sentence) {
    String signed = sentence.toLowerCase(Locale.ROOT).replace('§', ' ');
    signed = Vocabulary.BEFORE_CLOSING.matcher(signed).replaceAll(" ");
    signed = Vocabulary.DRAFT_SIZE.matcher(signed).replaceAll(sign(Step.DRAFT, "+"));
    signed = Vocabulary.CATEGORY.matcher(signed).replaceAll(sign(Step.CLASSIFY, "+"));
    signed = Vocabulary.PRIORITY.matcher(signed).replaceAll(sign(Step.PRIORITISE, "+"));
    signed = TEAM_SAID.matcher(signed).replaceAll(sign(Step.ROUTE, "+"));
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
    String signed = text;
    if (step == Step.COMPLETE) {
      // "mark as completed" names the step; only what is left can say that it was done.
      signed = plain(signed, step);
    }
    StepWords words = StepWords.of(step);
    signed = words.undone().matcher(signed).replaceAll(sign(step, "-"));
    signed = words.done().matcher(signed).replaceAll(sign(step, "+"));
    return plain(signed, step);
  }

  private static String plain(String text, Step step) {
    return StepWords.of(step).plain().matcher(text).replaceAll(sign(step, ""));
  }

  private static String sign(Step step, String form) {
    return " §" + step.number() + form + " ";
  }

  static List<Named> in(String clause) {
    List<Named> named = new ArrayList<>();
    Matcher sign = SIGN.matcher(clause);
    while (sign.find()) {
      int number = sign.group(1).charAt(0) - '0';
      Form form = form(sign.group(2));
      Arrays.stream(Step.values())
          .filter(step -> step.number() == number)
          .forEach(step -> named.add(new Named(step, form)));
    }
    return named;
  }

  private static Form form(String suffix) {
    return switch (suffix) {
      case "+" -> Form.DONE;
      case "-" -> Form.UNDONE;
      default -> Form.PLAIN;
    };
  }
}
