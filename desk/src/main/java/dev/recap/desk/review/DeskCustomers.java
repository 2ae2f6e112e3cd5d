package dev.recap.desk.review;

import dev.recap.desk.review.DraftCheck.OtherCustomers;
import dev.recap.desk.ticket.TicketStore;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** The customers of a desk, and their tickets. */
public final class DeskCustomers implements OtherCustomers {
  private static final int AT_ONCE = 200;

  private final Function<Function<Handle, List<String>>, List<String>> database;

  private DeskCustomers(Function<Function<Handle, List<String>>, List<String>> database) {
    this.database = database;
  }

  /** Each look is a transaction. */
  public static DeskCustomers of(TicketStore tickets) {
    return new DeskCustomers(tickets::besides);
  }

  /** As a transaction that is under way sees them; good only as long as it is. */
  public static DeskCustomers of(Handle handle) {
    return new DeskCustomers(look -> look.apply(handle));
  }

  @Override
  public Set<String> among(Set<String> asked, int customer) {
    List<String> all = List.copyOf(asked);
    Set<String> found = new HashSet<>();
    for (int from = 0; from < all.size(); from += AT_ONCE) {
      found.addAll(found(all.subList(from, Math.min(all.size(), from + AT_ONCE)), customer));
    }
    return found;
  }

  private Set<String> found(List<String> asked, int customer) {
    Set<String> lower =
        asked.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    List<String> rows =
        database.apply(handle ->
            handle
                .createQuery(
                    """
                    select lower(customer_email) from ticket
                    where customer_number <> :customer and lower(customer_email) in (<asked>)
                    union select lower(customer_name) from ticket
                    where customer_number <> :customer and lower(customer_name) in (<asked>)
                    union select lower(name) from ticket
                    where customer_number <> :customer and lower(name) in (<asked>)\
                    """)
                .bind("customer", customer)
                .bindList("asked", List.copyOf(lower))
                .mapTo(String.class)
                .list());
    Set<String> others = Set.copyOf(rows);
    return asked.stream()
        .filter(name -> others.contains(name.toLowerCase(Locale.ROOT)))
        .collect(Collectors.toSet());
  }
}
