package dev.recap.desk.queue;

import dev.recap.desk.queue.BulkActions.Others;
import dev.recap.desk.ticket.TicketStatus;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A ticket that is to be changed, as it stands.
 *
 * @param value what stands where the change is to be made; null for nothing
 * @param by the person who put it there; null for the agent or nobody
 */
record Picked(
    int number, String id, TicketStatus status, @Nullable String value, @Nullable String by) {

  /**
   * Why it stays as it is; null where it may be changed.
   *
   * @param who wants the change
   */
  @Nullable String refusal(BulkChange change, String who, Others others) {
    if (status == TicketStatus.IN_PROGRESS) {
      return "it is with the agent";
    }
    boolean stands = others == Others.STAND && value != null;
    return switch (change) {
      case BulkChange.Owner(String name) ->
          unlessSo(name, stands && !who.equals(value), "it belongs to " + value);
      case BulkChange.Value(var part, String name) -> {
        String why = "%s has set it to %s".formatted(by, value);
        // What the agent has set alike becomes the person's, who has looked at it.
        yield by == null ? null : unlessSo(name, stands && !who.equals(by), why);
      }
      case BulkChange.Close close -> status == TicketStatus.CLOSED ? "it is closed already" : null;
      case BulkChange.Reopen reopen -> isDone() ? null : "it is open already";
      case BulkChange.Lot(String name) ->
          status == TicketStatus.NEW
              ? unlessSo(name, stands, "it is picked for " + value)
              : "it does not wait for the agent";
    };
  }

  private @Nullable String unlessSo(@Nullable String wanted, boolean stands, String why) {
    if (Objects.equals(wanted, value)) {
      return "it is so already";
    }
    return stands ? why : null;
  }

  private boolean isDone() {
    return status == TicketStatus.ANSWERED || status == TicketStatus.CLOSED;
  }
}
