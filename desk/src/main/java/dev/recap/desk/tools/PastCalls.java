package dev.recap.desk.tools;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.recap.desk.ticket.CallOutcome;
import dev.recap.desk.ticket.RecordedCall;
import dev.recap.desk.ticket.Ticket;
import dev.recap.desk.ticket.TicketStore;
import dev.recap.tool.CallContext;
import dev.recap.tool.Closed;
import dev.recap.tool.Opened;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What became of calls, by the {@code tool_call} table: a row was written in the same transaction
 * as the change, so a confirmed row means that it happened and no row that it did not. The answer
 * is put together again from the row, the rows before it, and the ticket.
 */
final class PastCalls {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final TicketStore store;

  PastCalls(TicketStore store) {
    this.store = store;
  }

  Optional<Opened<TicketView>> nextTicket(CallContext call) {
    return confirmed(call)
        .map(this::ticket)
        .map(ticket ->
            Opened.of(
                ticket.id(),
                TicketView.of(ticket, store.closedOfSameCustomer(ticket), store.said(ticket))));
  }

  Optional<Confirmation> classified(CallContext call) {
    return confirmed(call)
        .map(row -> Confirmation.classified(ticket(row), argument(row, "category")));
  }

  Optional<Confirmation> prioritised(CallContext call) {
    return confirmed(call)
        .map(row ->
            Confirmation.prioritised(
                ticket(row), before(row, "priority"), argument(row, "priority")));
  }

  Optional<Confirmation> routed(CallContext call) {
    return confirmed(call)
        .map(row -> Confirmation.routed(ticket(row), before(row, "team"), argument(row, "team")));
  }

  Optional<Confirmation> drafted(CallContext call) {
    return confirmed(call)
        .map(row -> Confirmation.drafted(ticket(row), argument(row, "response_text")));
  }

  Optional<Closed<TicketRecord>> completed(CallContext call) {
    return confirmed(call).map(row -> Closed.of(TicketRecord.of(ticket(row))));
  }

  /** The row of exactly this call: an idempotent effect may have been there before it. */
  private Optional<RecordedCall> confirmed(CallContext call) {
    return store.callsWithKey(call.idempotencyKey()).stream()
        .filter(row -> row.call().run().equals(call.runId()))
        .filter(row -> row.call().callId().equals(call.callId()))
        .filter(row -> row.result().outcome() == CallOutcome.CONFIRMED)
        .reduce((earlier, later) -> later);
  }

  private Ticket ticket(RecordedCall row) {
    String id = Objects.requireNonNull(row.ticket(), () -> "no ticket in call " + row.seq());
    return store.ticket(id).orElseThrow();
  }

  /** The value that the last call of the same tool before this one had set. */
  private @Nullable String before(RecordedCall row, String argument) {
    return store.calls().stream()
        .filter(earlier -> earlier.seq() < row.seq())
        .filter(earlier -> earlier.call().tool().equals(row.call().tool()))
        .filter(earlier -> Objects.equals(earlier.ticket(), row.ticket()))
        .filter(earlier -> earlier.result().outcome() == CallOutcome.CONFIRMED)
        .reduce((first, second) -> second)
        .map(earlier -> argument(earlier, argument))
        .orElse(null);
  }

  private static String argument(RecordedCall row, String name) {
    try {
      JsonNode arguments = JSON.readTree(row.call().arguments());
      return arguments.path(name).asText();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("call " + row.seq() + " has arguments that are no JSON", e);
    }
  }
}
