package dev.recap.lab.cost;

/**
 * How much is sent for a ticket.
 *
 * @param timesFloor against a fresh conversation for each of the same tickets: seven requests a
 *     ticket and no closing turn
 */
public record PromptRow(
    String strategy, int tickets, long promptTokens, double perTicket, double timesFloor) {

  static PromptRow of(String strategy, int tickets, BookedRun run, BookedRun floor) {
    long prompt = run.promptTokens();
    return new PromptRow(
        strategy,
        tickets,
        prompt,
        prompt / (double) tickets,
        prompt / (double) floor.promptTokens());
  }
}
