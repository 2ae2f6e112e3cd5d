package dev.recap.simulator.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** What the messages of a request say, taken together: later statements override earlier ones. */
public final class Picture {
  private final TreeMap<Integer, TicketView> tickets = new TreeMap<>();
  private final List<Statement.RangeClosed> ranges = new ArrayList<>();
  private final boolean refunds;
  private boolean queueEmpty;
  private boolean searchUnclaimed;
  private int current;

  Picture(List<Statement> statements, boolean refunds) {
    this.refunds = refunds;
    statements.forEach(this::apply);
    if (searchUnclaimed) {
      inProgress().stream().findFirst().ifPresent(ticket -> ticket.set(Step.RESEARCH, true));
    }
  }

  /** The tickets spoken of one by one, lowest number first. */
  public List<TicketView> tickets() {
    return tickets.values().stream().filter(TicketView::known).toList();
  }

  /** The tickets in progress, lowest number first. */
  public List<TicketView> inProgress() {
    return tickets.values().stream().filter(TicketView::inProgress).toList();
  }

  public Optional<TicketView> ticket(int number) {
    return Optional.ofNullable(tickets.get(number));
  }

  /** The stretches of tickets said to be closed as a whole. */
  public List<Statement.RangeClosed> closedRanges() {
    return List.copyOf(ranges);
  }

  public boolean queueEmpty() {
    return queueEmpty;
  }

  /** Whether any statement about a ticket was found. */
  public boolean anyTicket() {
    return !ranges.isEmpty() || tickets.values().stream().anyMatch(TicketView::known);
  }

  private void apply(Statement statement) {
    switch (statement) {
      case Statement.StepIs said -> {
        TicketView ticket = at(said.ticket());
        ticket.set(said.step(), said.done());
        if (said.step() == Step.FETCH && said.done()) {
          queueEmpty = false;
        }
        touch(ticket);
      }
      case Statement.Closed said -> at(said.ticket()).close();
      case Statement.RangeClosed said -> close(said);
      case Statement.Open said -> {
        at(said.ticket()).open();
        touch(at(said.ticket()));
      }
      case Statement.Fact said -> at(said.ticket()).fact(said.field(), said.value());
      case Statement.Searched said -> searched();
      case Statement.QueueIs said -> queueEmpty = said.empty();
    }
  }

  private void searched() {
    TicketView ticket = tickets.get(current);
    if (ticket != null && !ticket.closed()) {
      ticket.set(Step.RESEARCH, true);
    } else {
      searchUnclaimed = true;
    }
  }

  private void touch(TicketView ticket) {
    if (!ticket.closed()) {
      current = ticket.number();
      if (searchUnclaimed) {
        ticket.set(Step.RESEARCH, true);
        searchUnclaimed = false;
      }
    }
  }

  private void close(Statement.RangeClosed range) {
    ranges.add(range);
    tickets.subMap(range.first(), true, range.last(), true).values().forEach(TicketView::close);
  }

  private TicketView at(int number) {
    TicketView known = tickets.get(number);
    if (known != null) {
      return known;
    }
    TicketView fresh = new TicketView(number, refunds);
    if (ranges.stream().anyMatch(r -> r.first() <= number && number <= r.last())) {
      fresh.close();
    }
    tickets.put(number, fresh);
    return fresh;
  }
}
