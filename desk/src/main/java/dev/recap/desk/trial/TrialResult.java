package dev.recap.desk.trial;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of a trial, so far or at its end. Its JSON form is this record as it stands; {@link
 * #FORM} goes up when a reader of it would have to know.
 *
 * @param form the version of the form
 * @param tickets how many there were, and how far the agent came
 * @param fields agreement on category, priority and team, in this order
 * @param forPeople why drafts would have gone to a person, the most frequent reason first
 * @param pairs the tickets that were worked, in the order of the file
 */
public record TrialResult(
    int form,
    About about,
    Tickets tickets,
    Spending spending,
    List<FieldAgreement> fields,
    List<Reason> forPeople,
    List<TrialPair> pairs) {
  public static final int FORM = 1;

  /**
   * Which trial it is.
   *
   * @param name what people call it, such as the file's name
   * @param at when it was ordered, ISO 8601
   * @param by who ordered it
   * @param model as the command line and batches call it
   * @param simulated whether fixed rules answered and no model
   * @param told who answered, in a sentence
   * @param state as {@link dev.recap.desk.batch.Progress} has it: done, over budget, stopped, ...
   * @param remark more about the state; may be empty
   */
  public record About(
      String id,
      String name,
      String at,
      String by,
      String model,
      boolean simulated,
      String told,
      String state,
      String remark) {}

  /**
   * Counts.
   *
   * @param given all of the trial
   * @param worked those that the agent has completed
   * @param replies those of them with a person's reply beside the draft
   * @param flagged those of them with something in the draft that a reviewer is shown, such as an
   *     amount that stands in no source
   */
  public record Tickets(int given, int worked, int replies, int flagged) {}

  /**
   * What it took. What was spent on a ticket in hand is in it, so that it is a little high for a
   * trial that was not finished.
   *
   * @param tokens of all prompts and replies
   * @param dollars 0 where the price is not known; what it would have cost where it is simulated
   * @param budget in dollars; null for none
   * @param tokensATicket null where none was worked, as all that follows
   * @param secondsATicket of the ticket in the middle, from when it was handed out to when it was
   *     completed
   */
  public record Spending(
      long tokens,
      double dollars,
      @Nullable Double budget,
      @Nullable Long tokensATicket,
      @Nullable Double dollarsATicket,
      @Nullable Double secondsATicket) {}

  /** Why drafts would have gone to a person, and how many. */
  public record Reason(String reason, int n) {}

  public TrialResult {
    fields = List.copyOf(fields);
    forPeople = List.copyOf(forPeople);
    pairs = List.copyOf(pairs);
  }

  /** The same without a word of one ticket's customer, or to it. */
  TrialResult withoutWords(String ticket, String instead) {
    return new TrialResult(
        form,
        about,
        tickets,
        spending,
        fields,
        forPeople,
        pairs.stream()
            .map(pair -> pair.ticket().equals(ticket) ? pair.withoutWords(instead) : pair)
            .toList());
  }

  /** Whether every ticket of the trial was worked. */
  public boolean complete() {
    return tickets.worked() == tickets.given();
  }
}
