package dev.recap.web.guidance;

import dev.recap.desk.rules.DeskRules;
import dev.recap.desk.rules.DeskRules.Choice;
import dev.recap.desk.rules.DeskRules.Step;
import dev.recap.web.route.Fields;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Rules as they stand in a form: lists with a line for each value, {@code name: meaning}.
 *
 * @param steps names of steps in small letters
 */
public record RulesForm(
    String categories,
    String priorities,
    String teams,
    Set<String> steps,
    String forPeople,
    String guidance) {

  static RulesForm of(DeskRules rules) {
    return new RulesForm(
        lines(rules.categories()),
        lines(rules.priorities()),
        lines(rules.teams()),
        rules.steps().stream().map(RulesForm::word).collect(Collectors.toSet()),
        String.join("\n", rules.forPeople()),
        rules.guidance());
  }

  static RulesForm of(Fields form) {
    return new RulesForm(
        form.optional("categories").orElse(""),
        form.optional("priorities").orElse(""),
        form.optional("teams").orElse(""),
        Set.copyOf(form.all("steps")),
        form.optional("forPeople").orElse(""),
        form.optional("guidance").orElse(""));
  }

  /** The same with a remark behind the guidance. */
  RulesForm withRemark(String remark) {
    String more = guidance.isBlank() ? remark : guidance.stripTrailing() + "\n" + remark;
    return new RulesForm(categories, priorities, teams, steps, forPeople, more);
  }

  /**
   * What it says.
   *
   * @throws IllegalArgumentException naming the field, its value and what was expected
   */
  DeskRules rules() {
    EnumSet<Step> needed = EnumSet.noneOf(Step.class);
    for (Step step : Step.values()) {
      if (steps.contains(word(step))) {
        needed.add(step);
      }
    }
    return new DeskRules(
        choices(categories),
        choices(priorities),
        choices(teams),
        needed,
        Set.copyOf(words(forPeople)),
        guidance.strip());
  }

  /** The steps there are. */
  public List<String> allSteps() {
    return Arrays.stream(Step.values()).map(RulesForm::word).toList();
  }

  private static String word(Step step) {
    return step.name().toLowerCase(Locale.ROOT);
  }

  private static List<String> words(String text) {
    return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }

  private static List<Choice> choices(String text) {
    return words(text).stream().map(RulesForm::choice).toList();
  }

  private static Choice choice(String line) {
    int colon = line.indexOf(':');
    return colon < 0
        ? Choice.of(line)
        : new Choice(line.substring(0, colon), line.substring(colon + 1));
  }

  private static String lines(List<Choice> choices) {
    return choices.stream()
        .map(one -> one.meaning().isEmpty() ? one.name() : one.name() + ": " + one.meaning())
        .collect(Collectors.joining("\n"));
  }
}
