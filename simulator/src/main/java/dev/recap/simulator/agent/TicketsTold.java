package dev.recap.simulator.agent;

import dev.recap.simulator.reader.Picture;
import dev.recap.simulator.wire.MessagesRequest;
import java.util.ArrayList;
import java.util.List;

/** The summaries of a conversation about tickets. */
record TicketsTold(
    FaithfulSummary summary, MessagesRequest request, SummaryAsk ask, Picture<TicketView> picture)
    implements Told {

  @Override
  public boolean anything() {
    return picture.anything() || Task.given(request);
  }

  @Override
  public String faithful() {
    return summary.of(request, ask, tickets(), picture);
  }

  @Override
  public String lying() {
    return picture.anything() ? summary.of(request, ask, lies(), picture) : faithful();
  }

  @Override
  public String parroting() {
    return ask.wrapped(ParrotingSummary.of(tickets(), picture, ask.messages()));
  }

  private List<TicketView> tickets() {
    return ask.openOnly() && !picture.inProgress().isEmpty()
        ? picture.inProgress()
        : picture.items();
  }

  /** Claims the undone steps of the open ticket, or, where none is undone, a whole ticket. */
  private List<TicketView> lies() {
    List<TicketView> tickets = tickets();
    List<TicketView> told = new ArrayList<>();
    boolean lied = false;
    for (TicketView ticket : tickets) {
      if (!lied && ticket.inProgress()) {
        boolean onlyClosing = ticket.undone().size() == 1;
        told.add(onlyClosing ? ticket.claimedClosed() : ticket.withAllButCompletionClaimed());
        lied = true;
      } else {
        told.add(ticket);
      }
    }
    if (!lied) {
      int last = tickets.isEmpty() ? 0 : tickets.getLast().number();
      int ranged = picture.closedRanges().stream().mapToInt(r -> r.last()).max().orElse(0);
      told.add(TicketView.closedWithout(Math.max(last, ranged) + 1));
    }
    return told;
  }
}
