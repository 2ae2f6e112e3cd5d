package dev.recap.web.review;

import dev.recap.desk.ticket.Ticket;
import dev.recap.desk.ticket.TicketLists;
import dev.recap.web.DeskWork;
import dev.recap.web.ticket.Draft;
import dev.recap.web.ticket.Drafts;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The drafts that wait for a person: the riskiest first, and of those the oldest. */
final class ReviewQueue {
  /** As many as a list can be worked through; the oldest are looked at. */
  private static final int MOST = 300;

  private final DeskWork work;
  private final Drafts drafts;

  ReviewQueue(DeskWork work, Drafts drafts) {
    this.work = work;
    this.drafts = drafts;
  }

  /** For one person: without those that others have taken. */
  List<Waiting> of(String person) {
    return work.tickets().besides(handle -> TicketLists.inReview(handle, person, MOST)).stream()
        .map(this::waiting)
        .sorted(
            Comparator.comparingInt((Waiting waiting) -> -waiting.risk())
                .thenComparingInt(waiting -> waiting.ticket().number()))
        .toList();
  }

  private Waiting waiting(Ticket ticket) {
    Draft draft = drafts.of(ticket);
    return new Waiting(ticket, draft.risk(), draft.findings().size());
  }

  /** The one behind this one, or the first. */
  static Optional<Waiting> behind(List<Waiting> all, int number) {
    for (int i = 0; i < all.size() - 1; i++) {
      if (all.get(i).ticket().number() == number) {
        return Optional.of(all.get(i + 1));
      }
    }
    return all.stream().filter(waiting -> waiting.ticket().number() != number).findFirst();
  }
}
