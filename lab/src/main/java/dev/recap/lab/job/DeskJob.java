package dev.recap.lab.job;

import dev.recap.desk.knowledge.KnowledgeBase;
import dev.recap.desk.ticket.NewTicket;
import dev.recap.desk.ticket.TicketStore;
import dev.recap.desk.tools.DeskTask;
import dev.recap.desk.tools.DeskTools;
import dev.recap.tool.Tools;
import java.util.List;

/**
 * The service desk with the lab's refund beside its tools. The knowledge base is opened once; each
 * site has a copy of a store in which the tickets wait.
 */
public final class DeskJob implements Job {
  private final KnowledgeBase knowledge = KnowledgeBase.standard();
  private final TicketStore untouched = TicketStore.inMemory();
  private final Site.Words words;

  public DeskJob(List<NewTicket> tickets) {
    Refunds.prepare(untouched);
    untouched.add(tickets);
    words = new Site.Words(DeskTask.forTickets(tickets.size()), DeskTask.summaryPrompt());
  }

  @Override
  public String name() {
    return "desk";
  }

  @Override
  public Site open() {
    TicketStore store = untouched.copy();
    return new DeskSite(store, Tools.of(new DeskTools(store, knowledge), Refunds.of(store)), words);
  }

  @Override
  public void close() {
    untouched.close();
    knowledge.close();
  }
}
