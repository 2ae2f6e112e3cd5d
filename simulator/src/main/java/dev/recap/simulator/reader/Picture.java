package dev.recap.simulator.reader;

import dev.recap.simulator.AgentMode;
import dev.recap.simulator.reader.Subject.Stretch;
import dev.recap.simulator.wire.Message;
import java.util.List;
import java.util.Optional;

/** What the messages of a request say, taken together: later statements override earlier ones. */
public final class Picture {
  private static final Reader<Statement> READER =
      new Reader<>(text -> TextReader.read(text, Subject.NOBODY), CallReader::read);

  private final Items<TicketView> tickets;
  private boolean queueEmpty;
  private boolean searchUnclaimed;
  private int current;

  private Picture(List<Statement> statements, boolean refunds) {
    this.tickets = new Items<>(n -> new TicketView(n, refunds), TicketView::close);
    statements.forEach(this::apply);
    if (searchUnclaimed) {
      inProgress().stream().findFirst().ifPresent(ticket -> ticket.set(Step.RESEARCH, true));
    }
  }

  /**
   * What a system prompt and messages say to an agent of that mode.
   *
   * @param refunds whether there is a tool that issues refunds
   */
  public static Picture of(String system, List<Message> messages, AgentMode mode, boolean refunds) {
    return new Picture(READER.read(system, messages, mode), refunds);
  }

  /** The tickets spoken of one by one, lowest number first. */
  public List<TicketView> tickets() {
    return tickets.all().stream().filter(TicketView::known).toList();
  }

  /** The tickets in progress, lowest number first. */
  public List<TicketView> inProgress() {
    return tickets.all().stream().filter(TicketView::inProgress).toList();
  }

  public Optional<TicketView> ticket(int number) {
    return tickets.all().stream().filter(ticket -> ticket.number() == number).findFirst();
  }

  /** The stretches of tickets said to be closed as a whole. */
  public List<Stretch> closedRanges() {
    return tickets.closed();
  }

  public boolean queueEmpty() {
    return queueEmpty;
  }

  /** Whether any statement about a ticket was found. */
  public boolean anyTicket() {
    return !tickets.closed().isEmpty() || tickets.all().stream().anyMatch(TicketView::known);
  }

  private void apply(Statement statement) {
    switch (statement) {
      case Statement.StepIs said -> {
        TicketView ticket = tickets.at(said.ticket());
        ticket.set(said.step(), said.done());
        if (said.step() == Step.FETCH && said.done()) {
          queueEmpty = false;
        }
        touch(ticket);
      }
      case Statement.Closed said -> tickets.close(said.tickets());
      case Statement.Open said -> {
        tickets.at(said.ticket()).open();
        touch(tickets.at(said.ticket()));
      }
      case Statement.Fact said -> tickets.at(said.ticket()).fact(said.field(), said.value());
      case Statement.Searched said -> searched();
      case Statement.QueueIs said -> queueEmpty = said.empty();
    }
  }

  private void searched() {
    Optional<TicketView> open = ticket(current).filter(ticket -> !ticket.closed());
    if (open.isPresent()) {
      open.get().set(Step.RESEARCH, true);
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
}
