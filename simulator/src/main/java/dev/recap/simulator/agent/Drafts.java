package dev.recap.simulator.agent;

import dev.recap.simulator.TokenCounter;
import java.util.ArrayList;
import java.util.List;

/**
 * The draft of an answer: a function of the ticket's number alone, so that whatever else an agent
 * forgets, it writes the same draft twice.
 */
final class Drafts {
  private static final int PARAGRAPHS = 6;
  private static final int[] SIZES = {301, 349, 334, 372, 332};

  private final TokenCounter counter;
  private final Fitting fitting;

  Drafts(TokenCounter counter) {
    this.counter = counter;
    this.fitting = new Fitting(counter);
  }

  /** The whole reply that carries this ticket's draft counts about this many tokens. */
  static int replyTokens(int ticket) {
    return SIZES[Math.floorMod(ticket - 1, SIZES.length)];
  }

  /**
   * The draft for a ticket.
   *
   * @param overhead what the reply counts beside the draft's text
   */
  String text(int ticket, int overhead) {
    String opening = "Dear customer,\n\n";
    String closing = "\n\nKind regards,\nThe service desk";
    List<String> sentences = new ArrayList<>();
    for (int i = 0; i < PARAGRAPHS; i++) {
      List<String> choices = Phrases.of("draft " + (i + 1));
      sentences.add(
          choices.get(Math.floorMod(ticket + i * (ticket / choices.size()), choices.size())));
    }
    String reference = " Your reference is TICKET-" + ticket + ".";
    String fixed = opening + String.join(" ", sentences) + reference + closing;
    int missing = replyTokens(ticket) - overhead - counter.count(fixed);
    sentences.addAll(fitting.choose(Phrases.of("draft more"), Math.max(0, missing)));
    return opening + String.join(" ", sentences) + reference + closing;
  }
}
