package dev.recap.desk.rules;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How a desk is worked: what a lead edits, and what the tools' schemas are made from.
 *
 * @param categories what a ticket can be about
 * @param priorities from the least urgent to the most urgent
 * @param teams who can have a ticket
 * @param steps what a ticket needs before the agent may hand it in; the draft always
 * @param forPeople categories whose tickets a person answers whatever the draft says
 * @param guidance what the agent is told beside its task: tone, signature, policy; may be empty
 */
public record DeskRules(
    List<Choice> categories,
    List<Choice> priorities,
    List<Choice> teams,
    Set<Step> steps,
    Set<String> forPeople,
    String guidance) {
  private static final int MOST_CHOICES = 100;
  private static final int MOST_GUIDANCE = 20_000;

  /**
   * One value of a field.
   *
   * @param name as it is stored, shown and told to the model
   * @param meaning more about it, for the model; may be empty
   */
  public record Choice(String name, String meaning) {
    private static final int MOST_NAME = 60;
    private static final int MOST_MEANING = 300;

    public Choice {
      name = name.strip();
      meaning = meaning.strip();
      if (name.isEmpty() || name.length() > MOST_NAME || name.chars().anyMatch(c -> c < ' ')) {
        throw new IllegalArgumentException(
            "a name is '%s', but 1 to %d characters on one line were expected"
                .formatted(name, MOST_NAME));
      }
      if (meaning.length() > MOST_MEANING || meaning.chars().anyMatch(c -> c < ' ')) {
        throw new IllegalArgumentException(
            "the meaning of '%s' has %d characters, but at most %d on one line were expected"
                .formatted(name, meaning.length(), MOST_MEANING));
      }
    }

    /** Whose name says all. */
    public static Choice of(String name) {
      return new Choice(name, "");
    }

    private String told() {
      return meaning.isEmpty() ? name : meaning;
    }
  }

  /** A step that sets a part of a ticket. */
  public enum Step {
    CATEGORY,
    PRIORITY,
    TEAM,
    DRAFT
  }

  private static final DeskRules STANDARD =
      new DeskRules(
          List.of(
              new Choice("billing", "billing"),
              new Choice("technical", "technical faults"),
              new Choice("account", "account access"),
              new Choice("product", "product questions"),
              new Choice("shipping", "shipping")),
          List.of(
              Choice.of("low"),
              Choice.of("medium"),
              new Choice("high", "high when a customer is blocked or money is at stake"),
              new Choice("urgent", "urgent for outages and security")),
          List.of(
              Choice.of("billing-team"),
              Choice.of("tech-support"),
              Choice.of("account-services"),
              Choice.of("product-success"),
              Choice.of("logistics-team")),
          EnumSet.allOf(Step.class),
          Set.of(),
          "");

  public DeskRules {
    categories = distinct("categories", categories);
    priorities = distinct("priorities", priorities);
    teams = distinct("teams", teams);
    EnumSet<Step> needed = EnumSet.of(Step.DRAFT);
    needed.addAll(steps);
    steps = Set.copyOf(needed);
    forPeople = Set.copyOf(forPeople);
    if (!names(categories).containsAll(forPeople)) {
      throw new IllegalArgumentException(
          "forPeople has %s, but there are only the categories %s"
              .formatted(forPeople, names(categories)));
    }
    if (guidance.length() > MOST_GUIDANCE) {
      throw new IllegalArgumentException(
          "the guidance has %,d characters, but at most %,d were expected"
              .formatted(guidance.length(), MOST_GUIDANCE));
    }
  }

  /** Those of the sample desk. */
  public static DeskRules standard() {
    return STANDARD;
  }

  private static List<Choice> distinct(String field, List<Choice> choices) {
    if (choices.isEmpty() || choices.size() > MOST_CHOICES) {
      throw new IllegalArgumentException(
          "%s has %d values, but 1 to %d were expected"
              .formatted(field, choices.size(), MOST_CHOICES));
    }
    Set<String> seen = new HashSet<>();
    for (Choice choice : choices) {
      if (!seen.add(choice.name())) {
        throw new IllegalArgumentException(
            "%s has '%s' twice, but each once was expected".formatted(field, choice.name()));
      }
    }
    return List.copyOf(choices);
  }

  /** The names of some values, in their order. */
  public static List<String> names(List<Choice> choices) {
    return choices.stream().map(Choice::name).toList();
  }

  /** What a model is told of the categories, in one sentence. */
  public String categoriesTold() {
    List<String> told = categories.stream().map(Choice::told).toList();
    return "Sets the category of a ticket: %s.".formatted(listed(told));
  }

  /** What a model is told of the priorities, in one sentence. */
  public String prioritiesTold() {
    List<String> meanings =
        priorities.stream().map(Choice::meaning).filter(said -> !said.isEmpty()).toList();
    return "Sets how urgent a ticket is"
        + (meanings.isEmpty() ? "." : ": " + String.join(", ", meanings) + ".");
  }

  /** What a model is told of the teams. */
  public String teamsTold() {
    Function<Choice, String> said = team -> "%s: %s".formatted(team.name(), team.meaning());
    String meanings =
        teams.stream()
            .filter(team -> !team.meaning().isEmpty())
            .map(said)
            .collect(Collectors.joining("; "));
    return "Routes a ticket to the team that looks after its category."
        + (meanings.isEmpty() ? "" : " " + meanings + ".");
  }

  private static String listed(List<String> words) {
    return words.size() == 1
        ? words.getFirst()
        : "%s, or %s"
            .formatted(String.join(", ", words.subList(0, words.size() - 1)), words.getLast());
  }
}
