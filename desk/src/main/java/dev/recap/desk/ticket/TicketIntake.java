package dev.recap.desk.ticket;

import dev.recap.desk.ticket.ColumnMapping.Field;
import dev.recap.desk.ticket.ImportException.Problem;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * Takes the tickets of a file into a desk: what the desk has already, by its id, is left as it is,
 * and customers whose address it knows keep their number.
 *
 * <p>What people had decided about the tickets elsewhere does not come with them.
 */
public final class TicketIntake {
  private final TicketStore store;
  private final InstantSource clock;

  public TicketIntake(TicketStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /** What is to happen with the good rows of a file that has bad ones. */
  public enum Bad {
    /** Nothing comes in. */
    REFUSES_ALL,
    /** The rest comes in, where the file could be read to its end. */
    IS_LEFT_OUT
  }

  /** What came of it. */
  public sealed interface Result {
    /** The rows that were bad, in the order of the file. */
    List<Problem> bad();
  }

  /**
   * Nothing came in.
   *
   * @param complete whether the file could be read to its end; if not, leaving out the bad rows is
   *     no way either
   */
  public record Refused(List<Problem> bad, boolean complete) implements Result {}

  /**
   * Tickets came in.
   *
   * @param ids of the new ones, in the order of the file
   * @param known how many the desk had already
   */
  public record Taken(List<String> ids, int known, List<Problem> bad) implements Result {}

  /**
   * What an import with a guessed mapping would come to.
   *
   * @throws ImportException when the file cannot be read, or is more than is read
   */
  public ImportPreview preview(ImportFile file) {
    return preview(file, ColumnGuess.of(ImportShape.of(file)));
  }

  /** What an import with this mapping would come to. */
  public ImportPreview preview(ImportFile file, ColumnMapping mapping) {
    ImportShape shape = ImportShape.of(file);
    if (mapping.column(Field.DESCRIPTION) == null) {
      return new ImportPreview(shape, mapping, ImportPreview.Rows.UNREAD);
    }
    MappedRows rows = rows(file, mapping);
    return store.besides(handle -> {
      ImportedRows read = rows.numbered(customers(handle));
      int unknown = TicketInserts.unknown(handle, tickets(read)).size();
      return ImportPreview.of(shape, mapping, read).withKnown(read.good().size() - unknown);
    });
  }

  /**
   * Takes a file in, in one transaction.
   *
   * @param by who does so, for the record
   * @throws ImportException when the file cannot be read, is more than is read, has no such columns
   *     or no rows
   * @throws IllegalArgumentException when the mapping has no column for the description
   */
  public Result take(ImportFile file, ColumnMapping mapping, Bad bad, String by) {
    MappedRows rows = rows(file, mapping);
    return store.besides(handle -> {
      ImportedRows read = rows.numbered(customers(handle));
      boolean fits = read.bad().isEmpty() || bad == Bad.IS_LEFT_OUT;
      if (!fits || !read.complete()) {
        return new Refused(read.bad(), read.complete());
      }
      List<NewTicket> tickets = TicketInserts.unknown(handle, tickets(read));
      List<String> ids = TicketInserts.insert(handle, tickets);
      var taken = new Taken(ids, read.good().size() - ids.size(), read.bad());
      record(handle, file, taken, by);
      return taken;
    });
  }

  private MappedRows rows(ImportFile file, ColumnMapping mapping) {
    return new MappedImport(clock.instant()).rows(file, mapping);
  }

  private static List<NewTicket> tickets(ImportedRows read) {
    return read.good().stream().map(ImportedRow::ticket).toList();
  }

  private void record(Handle handle, ImportFile file, Taken taken, String by) {
    handle
        .createUpdate(
            "insert into change (ticket, at, by, what, after) values (null, :at, :by, 'import', :what)")
        .bind("at", clock.instant().toString())
        .bind("by", by)
        .bind(
            "what",
            "%s: %d new, %d known, %d bad"
                .formatted(file.name(), taken.ids().size(), taken.known(), taken.bad().size()))
        .execute();
  }

  private static CustomerNumbers.Known customers(Handle handle) {
    Map<String, Integer> byEmail = new HashMap<>();
    Map<Integer, Set<String>> addresses = new HashMap<>();
    handle
        .createQuery(
            """
            select distinct customer_email, customer_number from ticket
            where customer_email is not null\
            """)
        .map((row, context) -> {
          String email = row.getString("customer_email").strip().toLowerCase(Locale.ROOT);
          int number = row.getInt("customer_number");
          byEmail.merge(email, number, Math::min);
          return addresses.computeIfAbsent(number, any -> new HashSet<>()).add(email);
        })
        .list();
    int free =
        handle
            .createQuery("select coalesce(max(customer_number), 0) + 1 from ticket")
            .mapTo(Integer.class)
            .one();
    return new CustomerNumbers.Known(byEmail, addresses, free);
  }
}
