package dev.recap.desk.trial;

import dev.recap.conversation.Usage;
import dev.recap.desk.ticket.NewTicket;
import dev.recap.desk.tools.DeskTask;
import dev.recap.model.ModelProfile;
import dev.recap.model.ModelProfile.Thinking;
import dev.recap.model.Prices;
import dev.recap.model.ToolSpec;
import dev.recap.words.TokenEstimate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a trial will roughly take. Each ticket is walked through as recorded runs were: seven turns,
 * each of which reads everything before it, from the prompt cache but for what is new; a view that
 * grows beyond the threshold begins anew, with a line for each ticket that was closed. What a model
 * thinks besides, or does twice, nobody knows before.
 *
 * @param promptTokens of all requests, those from the cache included
 * @param outputTokens of all replies
 * @param dollars with the prompt cache; null where the price is not known
 * @param dollarsWithoutCache the same had there been none; null where the price is not known
 * @param thinks whether the model thinks: that stays in its view, and may double all of it
 */
public record TrialEstimate(
    int tickets,
    long promptTokens,
    long outputTokens,
    @Nullable Double dollars,
    @Nullable Double dollarsWithoutCache,
    boolean thinks) {

  /** Turns of a ticket in recorded runs, and of the queue's end. */
  private static final int TURNS_A_TICKET = 7;

  private static final int LAST_TURNS = 2;

  /** Of a reply, in recorded runs. */
  private static final long REPLY = 120;

  /** What a turn adds to the view besides the ticket's text: the reply and the tool's answer. */
  private static final long GROWTH = 170;

  /** What stands for closed tickets. */
  private static final long LINE = 60;

  /** Tokens of all that was walked through so far, and its money. */
  private static final class Walk {
    private final double scale;
    private final @Nullable Prices prices;
    private final boolean thinks;
    private double view;
    private double cached;
    private long prompt;
    private long output;
    private double dollars;
    private double without;

    Walk(ModelProfile model) {
      scale = model.tokenScale();
      prices = model.prices();
      thinks = model.thinking() != Thinking.NONE;
    }

    void turn(double grown) {
      view += grown;
      long old = Math.round(scale * Math.min(cached, view));
      long fresh = Math.round(scale * view) - old;
      long reply = Math.round(REPLY * scale / TokenEstimate.USUAL_SCALE);
      var usage = new Usage(0, old, fresh, reply);
      prompt += usage.promptTokens();
      output += reply;
      cached = view;
      if (prices != null) {
        dollars += prices.cached(usage);
        without += prices.uncached(usage);
      }
    }

    /** What is behind the head leaves, and with it from the cache. */
    void fold(double head) {
      view = head + LINE;
      cached = head;
    }

    TrialEstimate sum(int tickets) {
      boolean known = prices != null;
      return new TrialEstimate(
          tickets, prompt, output, known ? dollars : null, known ? without : null, thinks);
    }
  }

  /**
   * Walks through tickets.
   *
   * @param specs of the tools, which every request has
   */
  public static TrialEstimate of(
      List<NewTicket> tickets, List<ToolSpec> specs, ModelProfile model) {
    double head = TokenEstimate.ofBlock(DeskTask.forTickets(Math.max(1, tickets.size())));
    for (ToolSpec spec : specs) {
      head += TokenEstimate.ofBlock(spec.name() + spec.description() + spec.inputSchema());
    }
    var walk = new Walk(model);
    walk.view = head;
    for (NewTicket ticket : tickets) {
      double text = TokenEstimate.ofBlock(ticket.subject() + ticket.description());
      for (int turn = 0; turn < TURNS_A_TICKET; turn++) {
        walk.turn(turn == 1 ? GROWTH + text : GROWTH);
      }
      walk.fold(head);
    }
    for (int turn = 0; turn < LAST_TURNS; turn++) {
      walk.turn(GROWTH);
    }
    return walk.sum(tickets.size());
  }
}
