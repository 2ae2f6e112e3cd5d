package dev.recap.lab.scenario;

import dev.recap.desk.ticket.NewTicket;
import java.nio.file.Path;
import java.util.List;

/** Where the tickets come from; every strategy gets the same ones. */
public sealed interface TicketSource {

  /** How many tickets. */
  int count();

  /** Made up from a seed. */
  record Generated(int count, long seed) implements TicketSource {
    public Generated {
      positive(count);
    }
  }

  /** The first ones of a file. */
  record Imported(int count, Path file) implements TicketSource {
    public Imported {
      positive(count);
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
