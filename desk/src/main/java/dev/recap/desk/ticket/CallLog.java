package dev.recap.desk.ticket;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/** Carries out calls inside one open transaction and writes their rows. */
final class CallLog {
  private static final String WORK = "work";

  private final Handle handle;
  private final Instant now;

  CallLog(Handle handle, Instant now) {
    this.handle = handle;
    this.now = now;
  }

  /** How the work of a call ended; its row is written either way. */
  sealed interface Attempt<T> permits Done, Refused {}

  record Done<T>(T result) implements Attempt<T> {}

  record Refused<T>(RuntimeException reason) implements Attempt<T> {}

  <T> Attempt<T> attempt(DeskCall call, Function<TicketWork, T> work) {
    var tickets = new TicketWork(handle, call.run(), now);
    handle.savepoint(WORK);
    try {
      T result = work.apply(tickets);
      append(call, RecordedCall.Result.CONFIRMED, tickets.subject());
      return new Done<>(result);
    } catch (JdbiException databaseFailed) {
      throw databaseFailed;
    } catch (RuntimeException refusal) {
      handle.rollbackToSavepoint(WORK);
      append(call, RecordedCall.Result.failed(reason(refusal)), tickets.subject());
      return new Refused<>(refusal);
    }
  }

  private static String reason(RuntimeException refusal) {
    return refusal.getMessage() == null ? refusal.getClass().getSimpleName() : refusal.getMessage();
  }

  private void append(DeskCall call, RecordedCall.Result result, Optional<String> ticket) {
    handle
        .createUpdate(
            """
            insert into tool_call
              (run, call_id, idempotency_key, tool, arguments, outcome, reason, ticket, at)
            values
              (:run, :callId, :idempotencyKey, :tool, :arguments, :outcome, :reason, :ticket, :at)\
            """)
        .bind("run", call.run())
        .bind("callId", call.callId())
        .bind("idempotencyKey", call.idempotencyKey())
        .bind("tool", call.tool())
        .bind("arguments", call.arguments())
        .bind("outcome", result.outcome().label())
        .bind("reason", result.reason())
        .bind("ticket", ticket.orElse(null))
        .bind("at", now.toString())
        .execute();
  }
}
