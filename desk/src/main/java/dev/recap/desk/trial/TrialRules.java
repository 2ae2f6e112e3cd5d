package dev.recap.desk.trial;

import dev.recap.desk.rules.DeskRules;
import dev.recap.desk.rules.DeskRules.Choice;
import dev.recap.desk.rules.DeskRules.Step;
import java.text.Normalizer;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a desk as its answered tickets show them: its categories, priorities and teams are
 * the values that people chose. They stand in alphabetical order, which tells nothing of a ticket.
 */
public final class TrialRules {
  /** In a field in which nobody decided anything. */
  private static final List<Choice> NONE = List.of(new Choice("-", "there is only this one"));

  private TrialRules() {}

  /**
   * The rules, with the steps that people took.
   *
   * @throws IllegalArgumentException naming the field, when it has more values than a field can
   *     have or one that is no name
   */
  public static DeskRules of(List<Answered> tickets) {
    Set<Step> steps = EnumSet.of(Step.DRAFT);
    Map<Field, List<Choice>> choices = new HashMap<>();
    for (Field field : Field.values()) {
      List<Choice> its = choices(field, tickets);
      if (!its.isEmpty()) {
        steps.add(Step.valueOf(field.name()));
      }
      choices.put(field, its.isEmpty() ? NONE : its);
    }
    Function<Field, List<Choice>> its = field -> Objects.requireNonNull(choices.get(field));
    return new DeskRules(
        its.apply(Field.CATEGORY),
        its.apply(Field.PRIORITY),
        its.apply(Field.TEAM),
        steps,
        Set.of(),
        "");
  }

  /**
   * The same tickets with each value in one spelling: the most frequent of those that differ in
   * upper case, spaces or the composition of their characters alone. Blank ones are none.
   */
  public static List<Answered> inOneSpelling(List<Answered> tickets) {
    Map<Field, Map<String, String>> spellings = new HashMap<>();
    for (Field field : Field.values()) {
      spellings.put(field, spellings(field, tickets));
    }
    return tickets.stream()
        .map(each -> new Answered(each.ticket(), spelt(each.human(), spellings)))
        .toList();
  }

  private static Decisions spelt(Decisions human, Map<Field, Map<String, String>> spellings) {
    Function<Field, @Nullable String> one =
        field -> {
          String value = tidy(human.of(field));
          return value == null
              ? null
              : Objects.requireNonNull(spellings.get(field)).get(folded(value));
        };
    String reply = human.reply();
    return new Decisions(
        one.apply(Field.CATEGORY),
        one.apply(Field.PRIORITY),
        one.apply(Field.TEAM),
        reply == null || reply.isBlank() ? null : reply.strip());
  }

  private static Map<String, String> spellings(Field field, List<Answered> tickets) {
    Map<String, Map<String, Integer>> counts = new HashMap<>();
    for (Answered each : tickets) {
      String value = tidy(each.human().of(field));
      if (value != null) {
        counts
            .computeIfAbsent(folded(value), any -> new LinkedHashMap<>())
            .merge(value, 1, Integer::sum);
      }
    }
    Map<String, String> spellings = new HashMap<>();
    counts.forEach((key, forms) -> spellings.put(key, mostFrequent(forms)));
    return spellings;
  }

  private static String mostFrequent(Map<String, Integer> forms) {
    int most = forms.values().stream().mapToInt(n -> n).max().orElseThrow();
    return forms.entrySet().stream()
        .filter(form -> form.getValue() == most)
        .findFirst()
        .orElseThrow()
        .getKey();
  }

  private static @Nullable String tidy(@Nullable String value) {
    if (value == null) {
      return null;
    }
    String tidy =
        Normalizer.normalize(value, Normalizer.Form.NFC)
            .replaceAll("[\\p{Cntrl}\\p{Zs}\\p{Zl}\\p{Zp}]+", " ")
            .strip();
    return tidy.isEmpty() ? null : tidy;
  }

  private static String folded(String value) {
    return value.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
  }

  private static List<Choice> choices(Field field, List<Answered> tickets) {
    Map<String, String> values = new TreeMap<>();
    for (Answered each : tickets) {
      String value = each.human().of(field);
      if (value != null) {
        values.put(folded(value), value);
      }
    }
    try {
      return values.values().stream().map(Choice::of).toList();
    } catch (IllegalArgumentException noName) {
      throw new IllegalArgumentException(
          "%s: %s; is it the right column?".formatted(field.label(), noName.getMessage()), noName);
    }
  }
}
