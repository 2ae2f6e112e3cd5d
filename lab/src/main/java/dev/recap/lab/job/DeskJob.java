package dev.recap.lab.job;

import dev.recap.desk.knowledge.KnowledgeBase;
import dev.recap.desk.ticket.NewTicket;
import dev.recap.desk.ticket.TicketStore;
import dev.recap.desk.tools.DeskTask;
import dev.recap.desk.tools.DeskTools;
import dev.recap.tool.Toolbox;
import java.util.List;

/**
 * The service desk with the lab's refund beside its tools. The knowledge base is opened once; each
 * site has a copy of a store in which the tickets wait.
 */
public final class DeskJob implements Job {
  private final Shared shared;
  private final TicketStore waiting;
  private final Site.Words words;
  private final Runnable closing;

  /** What is opened once. */
  private record Shared(KnowledgeBase knowledge, TicketStore empty) {
    static Shared open() {
      TicketStore empty = TicketStore.inMemory();
      Refunds.prepare(empty);
      return new Shared(KnowledgeBase.standard(), empty);
    }

    void close() {
      empty.close();
      knowledge.close();
    }
  }

  private DeskJob(Shared shared, List<NewTicket> tickets, Runnable closing) {
    this.shared = shared;
    this.closing = closing;
    this.waiting = shared.empty().copy();
    this.waiting.add(tickets);
    this.words = new Site.Words(DeskTask.forTickets(tickets.size()), DeskTask.summaryPrompt());
  }

  public static DeskJob of(List<NewTicket> tickets) {
    Shared shared = Shared.open();
    return new DeskJob(shared, tickets, shared::close);
  }

  /** The same desk with another queue; good until this one is closed. */
  public Job queue(List<NewTicket> tickets) {
    return new DeskJob(shared, tickets, () -> {});
  }

  @Override
  public Site open() {
    TicketStore store = waiting.copy();
    Toolbox desk = new DeskTools(store, shared.knowledge()).toolbox(Refunds.of(store));
    return new DeskSite(store, new ClosedBooks(store, desk), words);
  }

  @Override
  public void close() {
    waiting.close();
    closing.run();
  }
}
