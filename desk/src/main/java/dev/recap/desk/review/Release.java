package dev.recap.desk.review;

import dev.recap.desk.ticket.Ticket;
import org.jdbi.v3.core.Handle;

/** Where approved replies go. It is called inside the transaction of the decision. */
public interface Release {
  /** Replies go nowhere: the decision is all there is. */
  Release NONE =
      new Release() {
        @Override
        public void approved(Handle handle, Ticket ticket, Decision decision) {}

        @Override
        public boolean withdrawn(Handle handle, Decision decision) {
          return true;
        }
      };

  /** A reply was approved, and may go out once it cannot be undone any more. */
  void approved(Handle handle, Ticket ticket, Decision decision);

  /** Takes it back; false where it has gone out, or may have. */
  boolean withdrawn(Handle handle, Decision decision);
}
