package dev.recap.lab.job;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.recap.desk.ticket.DeskCall;
import dev.recap.desk.ticket.TicketStore;
import dev.recap.tool.CallContext;
import dev.recap.tool.Item;
import dev.recap.tool.Key;
import dev.recap.tool.Param;
import dev.recap.tool.Tool;
import dev.recap.work.Effect;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/**
 * A tool of the lab's own that moves money, with a table beside the desk's. It refuses nothing: a
 * repeat that gets through pays twice, and the table shows it.
 */
public final class Refunds {
  private static final String TABLE =
      """
      create table refund (
        seq    integer primary key autoincrement,
        ticket text not null,
        amount text not null,
        reason text not null
      )\
      """;

  private final TicketStore store;

  private Refunds(TicketStore store) {
    this.store = store;
  }

  /** The tool over a store that has the table. */
  static Refunds of(TicketStore store) {
    return new Refunds(store);
  }

  /** Makes the table. */
  static void prepare(TicketStore store) {
    store.besides(handle -> handle.execute(TABLE));
  }

  /** What was paid for each ticket, payment by payment; empty without the table. */
  static Map<String, String> paid(TicketStore store) {
    return store.besides(handle -> {
      Map<String, String> paid = new TreeMap<>();
      if (exists(handle)) {
        handle
            .createQuery("select ticket, amount from refund order by seq")
            .mapToMap()
            .forEach(row ->
                paid.merge(
                    String.valueOf(row.get("ticket")),
                    String.valueOf(row.get("amount")),
                    (one, next) -> one + " + " + next));
      }
      return paid;
    });
  }

  private static boolean exists(Handle handle) {
    return handle
            .createQuery("select count(*) from sqlite_master where name = 'refund'")
            .mapTo(Integer.class)
            .one()
        > 0;
  }

  @Tool(
      value =
          "Pays money back to the customer of a ticket, at once and for good. Once for an amount"
              + " that the customer was charged wrongly.",
      effect = Effect.ONCE)
  public Refund issueRefund(
      @Item @Param("Such as TICKET-1.") String ticketId,
      @Key @Param("In EUR, such as 49.90.") double amount,
      @Param("A few words for the books.") String reason,
      CallContext call) {
    return store.record(
        new DeskCall(
            call.runId(), call.callId(), call.idempotencyKey(), call.tool(), call.arguments()),
        work -> {
          work.about(ticketId);
          work.besides(handle ->
              handle.execute(
                  "insert into refund (ticket, amount, reason) values (?, ?, ?)",
                  ticketId,
                  String.valueOf(amount),
                  reason));
          return new Refund(true, ticketId, amount, "Refund paid");
        });
  }

  /** What the agent is told. */
  public record Refund(
      boolean success, @JsonProperty("ticket_id") String ticketId, double amount, String message) {}
}
