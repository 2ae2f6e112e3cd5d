package dev.recap.desk.trial;

import dev.recap.desk.batch.Batch.Budget;
import dev.recap.desk.batch.Batch.Settings;
import dev.recap.desk.batch.Batch.Way;
import dev.recap.desk.rules.DeskRules;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * What is to be tried.
 *
 * @param tickets in the order in which they are worked
 * @param rules of the desk: what the agent can choose from
 * @param budget what all of it may spend, before and after a death; it may differ from that of the
 *     process before
 */
public record TrialOrder(
    Made made, List<Answered> tickets, DeskRules rules, Who who, Budget budget) {

  /**
   * Whose order it is.
   *
   * @param name what people call it, such as the file's name
   */
  public record Made(String name, String by, Instant at) {}

  /**
   * Who works the tickets.
   *
   * @param model its name, which stays the same for a trial
   * @param simulated whether fixed rules answer and no model
   * @param told who that is, in a sentence
   * @param threshold tokens from which on a view is shortened
   * @param workers conversations side by side
   */
  public record Who(String model, boolean simulated, String told, long threshold, int workers) {
    Settings settings(String desk) {
      return new Settings(desk, model, Way.RECAP, threshold, workers);
    }
  }

  public TrialOrder {
    Objects.requireNonNull(made, "made");
    Objects.requireNonNull(rules, "rules");
    Objects.requireNonNull(who, "who");
    Objects.requireNonNull(budget, "budget");
    tickets = TrialRules.inOneSpelling(tickets);
    if (tickets.stream().allMatch(each -> each.human().isEmpty())) {
      throw new IllegalArgumentException(
          "of %d tickets none has a person's category, priority, team or reply, but one was expected to compare with"
              .formatted(tickets.size()));
    }
  }

  /** With the rules that the tickets themselves show. */
  public static TrialOrder of(Made made, List<Answered> tickets, Who who, Budget budget) {
    DeskRules rules = TrialRules.of(TrialRules.inOneSpelling(tickets));
    return new TrialOrder(made, tickets, rules, who, budget);
  }
}
