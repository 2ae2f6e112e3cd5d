package dev.recap.desk.batch;

import dev.recap.agent.Agent;
import dev.recap.agent.Limits;
import dev.recap.compaction.Compaction.Forecast;
import dev.recap.desk.ticket.TicketStatus;
import dev.recap.desk.ticket.TicketStore;
import dev.recap.ledger.Ledger;
import dev.recap.model.Model;
import dev.recap.model.ModelOptions;
import dev.recap.model.ModelProfile.Thinking;
import dev.recap.storage.Store;
import dev.recap.tool.Toolbox;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a batch is worked with. It stays the caller's, who closes it.
 *
 * @param tools the desk's, over these tickets
 * @param model asked for once, when work begins
 * @param brief what it is about
 */
public record Workshop(
    Batches batches,
    Store store,
    TicketStore tickets,
    Toolbox tools,
    Supplier<Model> model,
    Brief brief) {
  /** Of a model that thinks only where it is given one. */
  private static final int THINKING_BUDGET = 1_024;

  /** Twice what the seven steps of a ticket need. */
  private static final int TURNS_A_TICKET = 14;

  private static final int MORE_TURNS = 10;

  /** One that works all that waits. */
  public Workshop(
      Batches batches, Store store, TicketStore tickets, Toolbox tools, Supplier<Model> model) {
    this(batches, store, tickets, tools, model, Brief.ALL);
  }

  /** An agent that works all that waits until the queue is empty. */
  public static Agent agent(Model model, Toolbox tools, TicketStore tickets, Batch.Settings how) {
    return agent(model, tools, tickets, how, Brief.ALL);
  }

  static Agent agent(
      Model model, Toolbox tools, TicketStore tickets, Batch.Settings how, Brief brief) {
    var compaction =
        how.way()
            .compaction(how.threshold())
            .forecast(Forecast.items(() -> tickets.counts(brief.lot()).waiting() + 1));
    var agent =
        Agent.builder(model)
            .toolbox(tools)
            .compaction(compaction)
            .limits(Limits.turns(TURNS_A_TICKET * tickets.counts(brief.lot()).total() + MORE_TURNS))
            .until(ledger -> inHand(ledger, tickets))
            .until(ledger -> waiting(tickets, brief))
            .listener(brief.listener());
    if (!brief.instructions().isBlank()) {
      agent.instructions(brief.instructions());
    }
    if (model.profile().thinking() == Thinking.REQUIRED) {
      agent.options(ModelOptions.NONE.thinkingBudget(THINKING_BUDGET));
    }
    return agent.build();
  }

  /** Of what was opened; a ticket that a person has taken over is not the agent's any more. */
  private static Optional<String> inHand(Ledger ledger, TicketStore tickets) {
    long open =
        ledger.open().stream()
            .flatMap(opening -> tickets.ticket(opening.item().key()).stream())
            .filter(ticket -> ticket.status() == TicketStatus.IN_PROGRESS)
            .count();
    return open == 0
        ? Optional.empty()
        : Optional.of(open == 1 ? "1 ticket is not complete" : open + " tickets are not complete");
  }

  private static Optional<String> waiting(TicketStore tickets, Brief brief) {
    int waiting = tickets.counts(brief.lot()).waiting();
    return waiting == 0
        ? Optional.empty()
        : Optional.of("%d tickets are waiting in the queue".formatted(waiting));
  }
}
