package dev.recap.lab.job;

import dev.recap.desk.ticket.QueueCounts;
import dev.recap.desk.ticket.Ticket;
import dev.recap.desk.ticket.TicketStore;
import dev.recap.lab.count.CallRules;
import dev.recap.lab.count.ExecutedCall;
import dev.recap.lab.job.Site.Words;
import dev.recap.lab.play.Progress;
import dev.recap.tool.Toolbox;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The service desk with a queue of tickets. Closes its store. */
public final class DeskSite implements Site {
  /** Replies of one ticket in the reference run; two more find the queue empty and say so. */
  private static final int TURNS_A_TICKET = 7;

  private final TicketStore store;
  private final Toolbox toolbox;
  private final Words words;

  public DeskSite(TicketStore store, Toolbox toolbox, Words words) {
    this.store = store;
    this.toolbox = toolbox;
    this.words = words;
  }

  @Override
  public Words words() {
    return words;
  }

  @Override
  public Toolbox toolbox() {
    return toolbox;
  }

  @Override
  public Optional<String> waiting() {
    int waiting = store.counts().waiting();
    return waiting == 0
        ? Optional.empty()
        : Optional.of("%d tickets are waiting in the queue".formatted(waiting));
  }

  @Override
  public Progress progress() {
    QueueCounts counts = store.counts();
    return new Progress(counts.completed(), counts.total(), TURNS_A_TICKET * counts.total() + 2);
  }

  @Override
  public CallRules rules() {
    return CallRules.DESK;
  }

  @Override
  public List<ExecutedCall> calls() {
    return store.calls().stream().map(ExecutedCall::of).toList();
  }

  @Override
  public Map<String, String> state() {
    Map<String, String> state = new TreeMap<>();
    for (Ticket ticket : store.tickets()) {
      state.put(ticket.id(), ticket.status() + " " + ticket.handling());
    }
    Refunds.paid(store).forEach((ticket, paid) -> state.put("refund of " + ticket, paid));
    return state;
  }

  @Override
  public void close() {
    store.close();
  }
}
