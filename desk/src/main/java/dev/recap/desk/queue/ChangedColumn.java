package dev.recap.desk.queue;

import dev.recap.desk.ticket.TicketStatus;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where in the table of tickets a change is made.
 *
 * @param name of the column, and of what was changed in the record
 * @param by an expression for the person whose value it is
 * @param assignment of the change, with {@code :value} and {@code :who}
 */
record ChangedColumn(String name, String by, String assignment) {

  static ChangedColumn of(BulkChange change) {
    return switch (change) {
      case BulkChange.Owner owner -> new ChangedColumn("owner", "owner", "owner = :value");
      case BulkChange.Value(var part, var value) -> {
        String name = part.name().toLowerCase(Locale.ROOT);
        yield new ChangedColumn(
            name, name + "_by", "%1$s = :value, %1$s_by = :who".formatted(name));
      }
      case BulkChange.Close close -> new ChangedColumn("status", "null", "status = :value");
      // Nobody's work any more, and nobody's reason: it begins again.
      case BulkChange.Reopen reopen ->
          new ChangedColumn(
              "status",
              "null",
              "status = :value, run = null, reason = null, revision = revision + 1");
      case BulkChange.Lot lot -> new ChangedColumn("lot", "null", "lot = :value");
    };
  }

  /** What stands there after the change; null for nothing. */
  @Nullable String after(BulkChange change) {
    return switch (change) {
      case BulkChange.Owner(String name) -> name;
      case BulkChange.Value(var part, String name) -> name;
      case BulkChange.Close close -> TicketStatus.CLOSED.label();
      case BulkChange.Reopen reopen -> TicketStatus.NEW.label();
      case BulkChange.Lot(String name) -> name;
    };
  }
}
