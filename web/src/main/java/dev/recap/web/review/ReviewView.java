package dev.recap.web.review;

import dev.recap.desk.rules.DeskRules;
import dev.recap.desk.rules.DeskRules.Step;
import dev.recap.desk.ticket.Handling;
import dev.recap.desk.ticket.Message;
import dev.recap.web.ticket.Draft;
import dev.recap.web.ticket.Words;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A draft in review.
 *
 * @param messages what was said after the description
 * @param rules those that the draft was made by
 * @param next the number of the ticket behind this one; null for none
 * @param before the one before it; null for none
 * @param others who else looks at it
 * @param typed what was typed into the reply before a refusal; null for the draft
 * @param problem why the last decision was refused; null for none
 */
public record ReviewView(
    List<Waiting> waiting,
    Draft draft,
    List<Message> messages,
    DeskRules rules,
    @Nullable Integer before,
    @Nullable Integer next,
    List<String> others,
    @Nullable String typed,
    @Nullable String problem) {
  /** Why drafts are sent back, for the figures. */
  public static final List<String> REASONS =
      List.of("wrong answer", "wrong article", "something is missing", "tone", "other");

  /** A value that was chosen, with who chose it and what the rules say it means. */
  public record Chosen(String label, String value, String by, String meaning) {}

  /** Category, priority and team, as far as they were chosen. */
  public List<Chosen> chosen() {
    return Stream.of(
            chosen(Step.CATEGORY, "Category", rules.categories()),
            chosen(Step.PRIORITY, "Priority", rules.priorities()),
            chosen(Step.TEAM, "Team", rules.teams()))
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<Chosen> chosen(Step step, String label, List<DeskRules.Choice> choices) {
    Handling handling = draft.ticket().handling();
    return Optional.ofNullable(handling.value(step))
        .map(value ->
            new Chosen(
                label,
                value,
                handling.byPeople().getOrDefault(step, "agent"),
                choices.stream()
                    .filter(choice -> choice.name().equals(value))
                    .map(DeskRules.Choice::meaning)
                    .filter(meaning -> !meaning.equals(value))
                    .findFirst()
                    .orElse("")));
  }

  /** What stands in the reply box. */
  public String reply() {
    String written = draft.ticket().handling().draft();
    return typed != null ? typed : written == null ? "" : written;
  }

  /** Who wrote. */
  public String customer() {
    return Words.customer(draft.ticket());
  }
}
