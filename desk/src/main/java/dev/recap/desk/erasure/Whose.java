package dev.recap.desk.erasure;

import dev.recap.desk.ticket.Customer;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Whose text is meant: a customer by number, by address, or by both, where tickets of either are
 * meant.
 *
 * @param number null where it is not known
 * @param email in small letters; null where it is not known
 */
public record Whose(@Nullable Integer number, @Nullable String email) {
  public Whose {
    email = email == null || email.isBlank() ? null : email.strip().toLowerCase(Locale.ROOT);
    if (number == null && email == null) {
      throw new IllegalArgumentException("a customer is known by a number or an address");
    }
  }

  /** A ticket's customer. */
  public static Whose of(Customer customer) {
    return new Whose(customer.number(), customer.email());
  }

  /** The numbers of the tickets, but for those that belong to an erasure already. */
  List<Integer> tickets(Handle handle) {
    return handle
        .createQuery(
            """
            select number from ticket
            where (customer_number = :number or lower(customer_email) = :email)
              and number not in (select ticket from erasure_ticket)
            order by number\
            """)
        .bind("number", number)
        .bind("email", email)
        .mapTo(Integer.class)
        .list();
  }
}
