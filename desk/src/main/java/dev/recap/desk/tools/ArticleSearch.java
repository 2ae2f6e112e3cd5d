package dev.recap.desk.tools;

import dev.recap.desk.knowledge.Hit;
import dev.recap.desk.knowledge.KnowledgeBase;
import dev.recap.desk.knowledge.SearchLog;
import dev.recap.desk.mail.CleanText;
import dev.recap.desk.ticket.Evidence;
import dev.recap.desk.ticket.Ticket;
import dev.recap.desk.ticket.TicketWork;
import java.util.List;
import java.util.Optional;

/** A search of the agent, which is on record with what it found. */
final class ArticleSearch {
  private ArticleSearch() {}

  /** Searches for the ticket that the run holds; its language counts where the query has none. */
  static List<Hit> of(
      KnowledgeBase knowledge, TicketWork tickets, String query, Optional<String> category) {
    Optional<Ticket> held = tickets.held();
    held.ifPresent(ticket -> tickets.about(ticket.id()));
    List<Hit> hits = knowledge.search(query, category, held.map(ArticleSearch::words).orElse(""));
    String asked = CleanText.line(query, SearchLog.LONGEST_QUERY);
    tickets.searched(held.orElse(null), asked, category.orElse(null), hits.size());
    held.ifPresent(ticket -> hits.forEach(hit -> tickets.read(ticket, query, read(hit))));
    return hits;
  }

  private static String words(Ticket ticket) {
    return ticket.asked().subject() + "\n" + ticket.asked().description();
  }

  private static Evidence read(Hit hit) {
    return new Evidence(hit.id(), hit.version(), hit.title(), hit.snippet());
  }
}
