package dev.recap.lab.job;

import dev.recap.desk.knowledge.KnowledgeBase;
import dev.recap.desk.ticket.NewTicket;
import dev.recap.desk.ticket.TicketStore;
import dev.recap.desk.tools.DeskTask;
import dev.recap.desk.tools.DeskTools;
import dev.recap.tool.Toolbox;
import java.util.List;

/**
 * The service desk with the lab's refund beside its tools. Each site has a copy of a store in which
 * the tickets wait.
 */
public final class DeskJob implements Job {
  private final TicketStore empty;
  private final TicketStore waiting;
  private final Site.Words words;
  private final Runnable closing;

  private DeskJob(TicketStore empty, List<NewTicket> tickets, Runnable closing) {
    this.empty = empty;
    this.closing = closing;
    this.waiting = empty.copy();
    this.waiting.add(tickets);
    this.words = new Site.Words(DeskTask.forTickets(tickets.size()), DeskTask.summaryPrompt());
  }

  public static DeskJob of(List<NewTicket> tickets) {
    TicketStore empty = TicketStore.inMemory();
    Refunds.prepare(empty);
    return new DeskJob(empty, tickets, empty::close);
  }

  /** The same desk with another queue; good until this one is closed. */
  public Job queue(List<NewTicket> tickets) {
    return new DeskJob(empty, tickets, () -> {});
  }

  @Override
  public Site open() {
    TicketStore store = waiting.copy();
    Toolbox desk = new DeskTools(store, KnowledgeBase.standard()).toolbox(Refunds.of(store));
    return new DeskSite(store, new ClosedBooks(store, desk), words);
  }

  @Override
  public void close() {
    waiting.close();
    closing.run();
  }
}
