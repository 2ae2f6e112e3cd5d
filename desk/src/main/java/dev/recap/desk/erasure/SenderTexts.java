package dev.recap.desk.erasure;

import dev.recap.desk.mail.MailErasure;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Handle;

/**
 * What the tables say of an address outside of the customer's own tickets: mail that is parked, and
 * what was written from it about other customers' tickets.
 *
 * @param address in small letters
 */
record SenderTexts(Handle handle, String address) {
  private static final List<String> STATEMENTS =
      List.of(
          """
          update message set text = '[erased]', author = 'customer', mail_id = null
          where kind = 'customer' and lower(author) = :address\
          """,
          "update change set by = 'customer' where lower(by) = :address",
          """
          update ticket set reason = 'somebody wrote who is not the customer of this ticket'
          where instr(lower(reason), :address) > 0\
          """);

  SenderTexts {
    address = address.strip().toLowerCase(Locale.ROOT);
  }

  /**
   * Takes them out.
   *
   * @return how many rows had something of it
   */
  int erase() {
    int rows = 0;
    for (String statement : STATEMENTS) {
      rows += handle.createUpdate(statement).bind("address", address).execute();
    }
    return rows + MailErasure.eraseSender(handle, address);
  }
}
