package dev.recap.lab.scenario;

import dev.recap.desk.ticket.TicketStore;
import dev.recap.model.Model;
import dev.recap.tool.Toolbox;

/**
 * Where one strategy works: its own store, tools over it, and a model that knows nothing of the
 * other runs.
 *
 * @param texts the words that every strategy shares
 */
record Bench(TicketStore store, Toolbox toolbox, Model model, Texts texts, Recording recording) {

  /**
   * The words that every strategy shares.
   *
   * @param summaryPrompt what the tutorial asks its summary with
   */
  record Texts(String task, String summaryPrompt) {}

  int total() {
    return store.counts().total();
  }
}
