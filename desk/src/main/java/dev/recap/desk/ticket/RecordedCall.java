package dev.recap.desk.ticket;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One row of the {@code tool_call} table: a tool ran, and this is what became of it.
 *
 * @param seq from 1, in the order in which the calls took effect
 * @param result how it ended
 * @param ticket the id of the ticket it was about; null when it was about none that exists
 */
public record RecordedCall(
    long seq, DeskCall call, Result result, @Nullable String ticket, Instant at) {

  /**
   * How a call ended.
   *
   * @param reason why it failed; null when it did not
   */
  public record Result(CallOutcome outcome, @Nullable String reason) {
    static final Result CONFIRMED = new Result(CallOutcome.CONFIRMED, null);

    public Result {
      if ((outcome == CallOutcome.FAILED) != (reason != null)) {
        throw new IllegalArgumentException(
            "a failed call has a reason and no other, but %s had '%s'".formatted(outcome, reason));
      }
    }

    static Result failed(String reason) {
      return new Result(CallOutcome.FAILED, reason);
    }
  }

  public RecordedCall {
    Objects.requireNonNull(call, "call");
    Objects.requireNonNull(result, "result");
    Objects.requireNonNull(at, "at");
  }
}
