package dev.recap.web.ticket;

import dev.recap.desk.erasure.Erasure;
import dev.recap.desk.ticket.Ticket;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What erasing a ticket's customer takes.
 *
 * @param tickets that would lose their text
 * @param guidance how many versions of the guidance name the customer
 * @param erasure the one that the ticket belongs to; null for none
 * @param problem why nothing was done, or not all of it; null for none
 */
public record EraseView(
    Ticket ticket,
    List<Ticket> tickets,
    int guidance,
    @Nullable Erasure erasure,
    @Nullable String problem) {

  /** Whether there is something to do. */
  public boolean isOpen() {
    return erasure == null || erasure.isUnfinished();
  }
}
