package dev.recap.lab.scenario;

import java.nio.file.Path;

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

  private static void positive(int count) {
    if (count < 1) {
      throw new IllegalArgumentException("tickets is " + count + ", but must be 1 or more");
    }
  }
}
