package dev.recap.desk.connect;

/**
 * What one look into the other desk came to.
 *
 * @param tickets that are new here
 * @param messages that were added to tickets
 */
public record Fetched(int tickets, int messages) {
  static final Fetched NOTHING = new Fetched(0, 0);

  Fetched plus(Fetched more) {
    return new Fetched(tickets + more.tickets, messages + more.messages);
  }
}
