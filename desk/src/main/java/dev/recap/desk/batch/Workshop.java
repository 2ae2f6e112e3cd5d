package dev.recap.desk.batch;

import dev.recap.agent.Agent;
import dev.recap.agent.Check;
import dev.recap.agent.Limits;
import dev.recap.compaction.Compaction.Forecast;
import dev.recap.desk.ticket.TicketStore;
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
 */
public record Workshop(
    Batches batches, Store store, TicketStore tickets, Toolbox tools, Supplier<Model> model) {
  /** Of a model that thinks only where it is given one. */
  private static final int THINKING_BUDGET = 1_024;

  /** Twice what the seven steps of a ticket need. */
  private static final int TURNS_A_TICKET = 14;

  private static final int MORE_TURNS = 10;

  /** An agent that works the queue until it is empty. */
  public static Agent agent(Model model, Toolbox tools, TicketStore tickets, Batch.Settings how) {
    var compaction =
        how.way()
            .compaction(how.threshold())
            .forecast(Forecast.items(() -> tickets.counts().waiting() + 1));
    var agent =
        Agent.builder(model)
            .toolbox(tools)
            .compaction(compaction)
            .limits(Limits.turns(TURNS_A_TICKET * tickets.counts().total() + MORE_TURNS))
            .until(Check.everyItemClosed())
            .until(ledger -> waiting(tickets));
    if (model.profile().thinking() == Thinking.REQUIRED) {
      agent.options(ModelOptions.NONE.thinkingBudget(THINKING_BUDGET));
    }
    return agent.build();
  }

  private static Optional<String> waiting(TicketStore tickets) {
    int waiting = tickets.counts().waiting();
    return waiting == 0
        ? Optional.empty()
        : Optional.of("%d tickets are waiting in the queue".formatted(waiting));
  }
}
