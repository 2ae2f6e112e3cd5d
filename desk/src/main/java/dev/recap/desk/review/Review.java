package dev.recap.desk.review;

import dev.recap.desk.review.Decision.Kind;
import dev.recap.desk.review.RefusedException.Reason;
import dev.recap.desk.ticket.Ticket;
import dev.recap.desk.ticket.TicketStatus;
import dev.recap.desk.ticket.TicketStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * What people decide about drafts: approve, edit and approve, send back, take over, and take each
 * of these back for a while. Each decision is one transaction, made about what the person saw: of
 * two who decide, the second is told, and where the customer has written meanwhile nothing goes
 * out. Safe for many threads and processes.
 */
public final class Review {
  /** How long a decision can be undone. */
  public static final Duration UNDO = Duration.ofSeconds(30);

  private static final int MOST_TEXT = 20_000;
  private static final int MOST_REMARK = 4_000;

  private final TicketStore store;
  private final Release release;
  private final InstantSource clock;
  private final Deciding deciding;

  public Review(TicketStore store, Release release, InstantSource clock) {
    this.store = store;
    this.release = release;
    this.clock = clock;
    this.deciding = new Deciding(release, clock);
  }

  /** The draft goes out as it is. */
  public Decision approve(String ticketId, Seen seen, String by) {
    return store.besides(handle -> {
      Ticket ticket = inReview(handle, ticketId, by);
      refuseUnlessAsSeen(ticket, seen);
      String draft = ticket.handling().draft();
      if (draft == null) {
        throw new RefusedException(Reason.NOT_NOW, ticketId + " has no draft to approve");
      }
      if (ticket.care().isStale()) {
        throw new RefusedException(
            Reason.STALE,
            "the customer has written since the draft of %s was made: it cannot be approved"
                .formatted(ticketId));
      }
      return deciding.answered(handle, ticket, Kind.APPROVED, by, draft);
    });
  }

  /** Another text goes out, made of the draft or written anew. */
  public Decision edit(String ticketId, Seen seen, String by, String text) {
    String reply = RefusedException.checked("text", text, MOST_TEXT);
    return store.besides(handle -> {
      Ticket ticket = inReview(handle, ticketId, by);
      refuseUnlessAsSeen(ticket, seen);
      Kind kind = reply.equals(ticket.handling().draft()) ? Kind.APPROVED : Kind.EDITED;
      if (kind == Kind.APPROVED && ticket.care().isStale()) {
        throw new RefusedException(
            Reason.STALE,
            "the customer has written since the draft of %s was made: it cannot be approved as it is"
                .formatted(ticketId));
      }
      return deciding.answered(handle, ticket, kind, by, reply);
    });
  }

  /**
   * The agent works the ticket again, in a new opening, and is told why.
   *
   * @param reason one of a few, for the figures
   * @param remark what to do otherwise; may be empty
   */
  public Decision sendBack(String ticketId, Seen seen, String by, String reason, String remark) {
    String why = RefusedException.checked("reason", reason, MOST_REMARK);
    RefusedException.refuseLongerThan(MOST_REMARK, "remark", remark);
    return store.besides(handle -> {
      Ticket ticket = inReview(handle, ticketId, by);
      refuseUnlessAsSeen(ticket, seen);
      String told = remark.isBlank() ? why : "%s: %s".formatted(why, remark.strip());
      return deciding.sentBack(handle, ticket, by, why, told);
    });
  }

  /** The person has the ticket from now on, also where the agent is at it. */
  public Decision takeOver(String ticketId, String by) {
    return store.besides(handle -> {
      Ticket ticket = found(handle, ticketId);
      if (by.equals(ticket.care().owner())) {
        throw new RefusedException(Reason.NOT_NOW, "you have %s already".formatted(ticketId));
      }
      refuseUnlessFree(ticket, by);
      if (ticket.status() == TicketStatus.ANSWERED || ticket.status() == TicketStatus.CLOSED) {
        throw new RefusedException(Reason.NOT_NOW, notInReview(handle, ticket));
      }
      return deciding.takenOver(handle, ticket, by);
    });
  }

  /**
   * Takes a decision back, within {@link #UNDO} and as long as nobody has built on it.
   *
   * @return the ticket's number
   */
  public int undo(long decisionId, String by) {
    return store.besides(handle -> {
      Decision decision =
          Decision.find(handle, decisionId)
              .orElseThrow(() ->
                  new RefusedException(
                      Reason.UNKNOWN,
                      "decision is %d, but there is no such one".formatted(decisionId)));
      Instant now = clock.instant();
      if (decision.undone() != null) {
        throw new RefusedException(
            Reason.NOT_NOW, "%s has undone it already".formatted(decision.undone()));
      }
      if (now.isAfter(decision.at().plus(UNDO))) {
        throw new RefusedException(
            Reason.NOT_NOW,
            "it can be undone for %d seconds, and they are over".formatted(UNDO.toSeconds()));
      }
      Ticket ticket = found(handle, Decision.ticketId(handle, decisionId));
      Standing before = Standing.read(Decision.was(handle, decisionId));
      refuseUnlessAsLeft(ticket, decision, before);
      if (decision.reply() != null && !release.withdrawn(handle, decision)) {
        throw new RefusedException(Reason.NOT_NOW, "the reply has gone out");
      }
      Said.takeBack(handle, decision);
      before.set(handle, ticket.number(), now.toString());
      handle
          .createUpdate("update decision set undone_by = :by, undone_at = :at where id = :id")
          .bind("by", by)
          .bind("at", now.toString())
          .bind("id", decisionId)
          .execute();
      return ticket.number();
    });
  }

  /** All that was decided about a ticket, oldest first. */
  public List<Decision> decisions(Ticket ticket) {
    return store.besides(handle -> Decision.of(handle, ticket.number()));
  }

  private static Ticket inReview(Handle handle, String ticketId, String by) {
    Ticket ticket = found(handle, ticketId);
    refuseUnlessFree(ticket, by);
    if (ticket.status() != TicketStatus.COMPLETED && ticket.status() != TicketStatus.NEEDS_PERSON) {
      throw new RefusedException(Reason.NOT_NOW, notInReview(handle, ticket));
    }
    return ticket;
  }

  private static String notInReview(Handle handle, Ticket ticket) {
    Optional<Decision> last =
        Decision.of(handle, ticket.number()).stream()
            .filter(decision -> decision.undone() == null)
            .reduce((earlier, later) -> later);
    return switch (ticket.status()) {
      case ANSWERED ->
          "%s was answered already%s"
              .formatted(ticket.id(), last.map(d -> ", by " + d.by()).orElse(""));
      case CLOSED -> ticket.id() + " is closed";
      default ->
          last.filter(decision -> decision.kind() == Kind.SENT_BACK)
              .map(decision ->
                  "%s has sent %s back to the agent".formatted(decision.by(), ticket.id()))
              .orElse("the agent has not handed %s in".formatted(ticket.id()));
    };
  }

  private static void refuseUnlessFree(Ticket ticket, String by) {
    String owner = ticket.care().owner();
    if (owner != null && !owner.equals(by)) {
      throw new RefusedException(Reason.HELD, "%s has %s".formatted(owner, ticket.id()));
    }
  }

  private static void refuseUnlessAsSeen(Ticket ticket, Seen seen) {
    if (seen.revision() != ticket.care().revision()) {
      throw new RefusedException(
          Reason.STALE,
          "the customer has written since you opened %s: read it first".formatted(ticket.id()));
    }
    if (!seen.equals(Seen.of(ticket))) {
      throw new RefusedException(
          Reason.CHANGED,
          "the draft of %s was changed since you opened it: look at it again"
              .formatted(ticket.id()));
    }
  }

  private static void refuseUnlessAsLeft(Ticket ticket, Decision decision, Standing before) {
    Standing left =
        switch (decision.kind()) {
          case APPROVED, EXEMPTED, EDITED -> before.answered();
          case SENT_BACK -> before.sentBack(Objects.requireNonNullElse(decision.remark(), ""));
          case TAKEN_OVER -> before.takenBy(decision.by());
        };
    if (!left.equals(Standing.of(ticket))) {
      throw new RefusedException(
          Reason.CHANGED, "%s has changed since, so it cannot be undone".formatted(ticket.id()));
    }
  }

  private static Ticket found(Handle handle, String ticketId) {
    return TicketStore.find(handle, ticketId)
        .orElseThrow(() ->
            new RefusedException(
                Reason.UNKNOWN, "ticket is '%s', but there is no such one".formatted(ticketId)));
  }
}
