package dev.recap.lab.scenario;

import dev.recap.desk.ticket.NewTicket;
import dev.recap.desk.ticket.TicketGenerator;
import dev.recap.desk.ticket.TicketImport;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** Where the tickets come from; every strategy gets the same ones. */
public sealed interface TicketSource {

  /** How many tickets. */
  int count();

  /** The tickets themselves. */
  List<NewTicket> tickets();

  /**
   * The first ones of a file, and all of them where it has fewer.
   *
   * @throws dev.recap.desk.ticket.ImportException when it cannot be read or a row is bad
   */
  static TicketSource imported(int most, Path file) {
    positive(most);
    List<NewTicket> all = new TicketImport(Instant.EPOCH).read(file);
    return new Given(all.subList(0, Math.min(most, all.size())));
  }

  /** Made up from a seed. */
  record Generated(int count, long seed) implements TicketSource {
    public Generated {
      positive(count);
    }

    @Override
    public List<NewTicket> tickets() {
      return new TicketGenerator(seed).generate(count);
    }
  }

  /** These. */
  record Given(List<NewTicket> tickets) implements TicketSource {
    public Given {
      tickets = List.copyOf(tickets);
      positive(tickets.size());
    }

    @Override
    public int count() {
      return tickets.size();
    }
  }

  private static void positive(int count) {
    if (count < 1) {
      throw new IllegalArgumentException("tickets is " + count + ", but must be 1 or more");
    }
  }
}
