package dev.recap.desk.queue;

import dev.recap.desk.queue.BulkResult.Changed;
import dev.recap.desk.queue.BulkResult.Skipped;
import dev.recap.desk.rules.DeskRules;
import dev.recap.desk.rules.DeskRules.Choice;
import dev.recap.desk.rules.DeskRules.Step;
import dev.recap.desk.ticket.Dialect;
import dev.recap.desk.ticket.TicketStatus;
import dev.recap.desk.ticket.TicketStore;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Changes many tickets in one transaction, each with a row in the table {@code change} that says
 * who, when, what stood there and what stands there now. What the agent holds is left alone, and so
 * is what another person has decided unless it is to be replaced. Safe for any number of threads.
 */
public final class BulkActions {
  private static final int AT_ONCE = 500;

  private final TicketStore store;
  private final Supplier<DeskRules> rules;
  private final InstantSource clock;

  /**
   * Actions on a desk.
   *
   * @param rules as they are when something is changed
   */
  public BulkActions(TicketStore store, Supplier<DeskRules> rules, InstantSource clock) {
    this.store = store;
    this.rules = rules;
    this.clock = clock;
  }

  /** What becomes of what another person has decided. */
  public enum Others {
    /** It stands, and the ticket is skipped. */
    STAND,
    /** It is replaced; the record keeps it. */
    ARE_REPLACED
  }

  /**
   * Changes tickets.
   *
   * @param who does so, a name of 1 to 100 characters
   * @return what became of each of them, in the order of the ids or of arrival
   * @throws IllegalArgumentException when the rules do not have the value; nothing is changed then
   */
  public BulkResult apply(BulkChange change, Selection selection, String who, Others others) {
    if (who.isBlank() || who.length() > 100) {
      throw new IllegalArgumentException(
          "who changes them was '%s', but a name of 1 to 100 characters was expected"
              .formatted(who));
    }
    refuseUnknown(change);
    return store.besides(handle -> {
      List<Skipped> skipped = new ArrayList<>();
      List<Picked> picked = picked(handle, change, selection, skipped);
      List<Picked> fit = new ArrayList<>();
      for (Picked ticket : picked) {
        String refusal = ticket.refusal(change, who, others);
        if (refusal == null) {
          fit.add(ticket);
        } else {
          skipped.add(new Skipped(ticket.id(), refusal));
        }
      }
      return new BulkResult(new Writing(handle, change, who).write(fit), skipped);
    });
  }

  private void refuseUnknown(BulkChange change) {
    if (change instanceof BulkChange.Value(Step part, String name)) {
      DeskRules now = rules.get();
      List<Choice> choices =
          switch (part) {
            case CATEGORY -> now.categories();
            case PRIORITY -> now.priorities();
            case TEAM -> now.teams();
            case DRAFT -> List.of();
          };
      if (!DeskRules.names(choices).contains(name)) {
        throw new IllegalArgumentException(
            "%s was '%s', but one of %s was expected"
                .formatted(ChangedColumn.of(change).name(), name, DeskRules.names(choices)));
      }
    }
  }

  private static List<Picked> picked(
      Handle handle, BulkChange change, Selection selection, List<Skipped> skipped) {
    return switch (selection) {
      case Selection.Matching(QueueFilter filter) -> {
        Conditions conditions = Conditions.of(filter, handle);
        yield picked(handle, change, conditions.sql() + " order by number", conditions);
      }
      case Selection.Ids(List<String> ids) -> {
        List<Picked> found = new ArrayList<>();
        for (String id : ids) {
          var conditions = new Conditions(Dialect.of(handle));
          List<Picked> one = picked(handle, change, "name = " + conditions.bind(id), conditions);
          found.addAll(one);
          if (one.isEmpty()) {
            skipped.add(new Skipped(id, "there is no such ticket"));
          }
        }
        yield found;
      }
    };
  }

  private static List<Picked> picked(
      Handle handle, BulkChange change, String where, Conditions conditions) {
    ChangedColumn column = ChangedColumn.of(change);
    return handle
        .createQuery(
            "%sselect number, name, status, %s as value, %s as value_by from ticket where %s"
                .formatted(conditions.beginning(), column.name(), column.by(), where))
        .bindMap(conditions.bound())
        .map((row, context) ->
            new Picked(
                row.getInt("number"),
                row.getString("name"),
                TicketStatus.of(row.getString("status")),
                row.getString("value"),
                row.getString("value_by")))
        .list();
  }

  /** One change, written to the tickets that it fits and beside them. */
  private final class Writing {
    private final Handle handle;
    private final BulkChange change;
    private final String who;
    private final ChangedColumn column;
    private final String now = clock.instant().toString();

    Writing(Handle handle, BulkChange change, String who) {
      this.handle = handle;
      this.change = change;
      this.who = who;
      this.column = ChangedColumn.of(change);
    }

    List<Changed> write(List<Picked> tickets) {
      List<Changed> changed = new ArrayList<>(tickets.size());
      for (int from = 0; from < tickets.size(); from += AT_ONCE) {
        List<Picked> some = tickets.subList(from, Math.min(from + AT_ONCE, tickets.size()));
        update(some);
        record(some);
        some.forEach(
            ticket -> changed.add(new Changed(ticket.id(), ticket.value(), column.after(change))));
      }
      return changed;
    }

    private void update(List<Picked> tickets) {
      String sql =
          "update ticket set %s, changed_at = :now where number = :number"
              .formatted(column.assignment());
      PreparedBatch batch = handle.prepareBatch(sql);
      for (Picked ticket : tickets) {
        if (column.assignment().contains(":who")) {
          batch.bind("who", who);
        }
        batch.bind("value", column.after(change)).bind("now", now);
        batch.bind("number", ticket.number()).add();
      }
      batch.execute();
    }

    private void record(List<Picked> tickets) {
      PreparedBatch batch =
          handle.prepareBatch(
              """
              insert into change (ticket, at, by, what, before, after)
              values (:number, :now, :who, :what, :before, :after)\
              """);
      for (Picked ticket : tickets) {
        batch.bind("number", ticket.number()).bind("now", now).bind("who", who);
        batch.bind("what", column.name()).bind("before", ticket.value());
        batch.bind("after", column.after(change)).add();
      }
      batch.execute();
    }
  }
}
