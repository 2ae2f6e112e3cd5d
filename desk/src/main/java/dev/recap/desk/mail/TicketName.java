package dev.recap.desk.mail;

import org.jdbi.v3.core.Handle;

/** What people call a ticket. */
final class TicketName {
  private TicketName() {}

  /**
   * The name of the ticket with this number.
   *
   * @throws IllegalArgumentException when there is none
   */
  static String of(Handle handle, int number) {
    return handle
        .createQuery("select name from ticket where number = :number")
        .bind("number", number)
        .mapTo(String.class)
        .findOne()
        .orElseThrow(() -> new IllegalArgumentException("there is no ticket number " + number));
  }
}
