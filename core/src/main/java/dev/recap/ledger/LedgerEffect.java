package dev.recap.ledger;

import dev.recap.conversation.ToolCall;
import dev.recap.journal.Answered.Standing;
import dev.recap.journal.Intended;
import dev.recap.work.Effect;
import dev.recap.work.IdempotencyKey;
import dev.recap.work.Opening;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One call that ran, and what is known of it.
 *
 * @param standing null while the call is running, or was when the process died
 * @param receipt what the tool said; empty while it has not, and once its work is closed unless a
 *     repeat is answered with it
 */
public record LedgerEffect(
    int turn, ToolCall call, Intended intended, @Nullable Standing standing, String receipt) {
  public IdempotencyKey key() {
    return intended.key();
  }

  public Optional<Opening> opening() {
    return intended.namedOpening();
  }

  public boolean confirmed() {
    return standing == Standing.CONFIRMED;
  }

  /** Whether it may have happened without anybody knowing: running, or with an unknown outcome. */
  public boolean unsettled() {
    return intended.effect().changes() && (standing == null || standing == Standing.UNKNOWN);
  }

  /** Whether its key, its item's closing and in the end the run wait for it to be settled. */
  public boolean blocks() {
    return unsettled() && intended.effect() != Effect.IDEMPOTENT;
  }

  boolean isSameCall(LedgerEffect other) {
    return turn == other.turn && call.id().equals(other.call.id());
  }

  LedgerEffect answered(@Nullable Standing how, String text) {
    return new LedgerEffect(turn, call, intended, how, text);
  }

  /** As it stands once its work is closed: a long queue would not fit into memory otherwise. */
  LedgerEffect ofClosedWork() {
    return confirmed() && intended.effect() != Effect.ONCE ? answered(standing, "") : this;
  }
}
