package dev.recap.desk.review;

import dev.recap.desk.review.Decision.Kind;
import dev.recap.desk.review.Decision.Reply;
import dev.recap.desk.ticket.Ticket;
import java.time.InstantSource;
import java.util.Locale;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Carries decisions out and puts them on record, in the caller's transaction, which has made sure
 * that they may be.
 */
public final class Deciding {
  private final Release release;
  private final InstantSource clock;

  public Deciding(Release release, InstantSource clock) {
    this.release = release;
    this.clock = clock;
  }

  /** What goes into the row beside what the ticket says itself. */
  private record Made(
      Kind kind,
      String by,
      @Nullable Long exemption,
      @Nullable Reply reply,
      @Nullable String reason,
      @Nullable String remark) {}

  /**
   * The draft goes out as it is, by an exemption from review.
   *
   * @param exemption its id
   * @param by in whose name
   * @throws IllegalStateException when there is no draft
   */
  public Decision exempted(Handle handle, Ticket ticket, long exemption, String by) {
    String draft = ticket.handling().draft();
    if (draft == null) {
      throw new IllegalStateException(ticket.id() + " has no draft to let out");
    }
    return answered(
        handle, ticket, new Made(Kind.EXEMPTED, by, exemption, to(ticket, draft), null, null));
  }

  Decision answered(Handle handle, Ticket ticket, Kind kind, String by, String text) {
    return answered(handle, ticket, new Made(kind, by, null, to(ticket, text), null, null));
  }

  Decision sentBack(Handle handle, Ticket ticket, String by, String reason, String remark) {
    Decision decision =
        put(handle, ticket, new Made(Kind.SENT_BACK, by, null, null, reason, remark));
    Standing.of(ticket).sentBack(remark).set(handle, ticket.number(), decision.at().toString());
    return decision;
  }

  Decision takenOver(Handle handle, Ticket ticket, String by) {
    Decision decision = put(handle, ticket, new Made(Kind.TAKEN_OVER, by, null, null, null, null));
    Standing.of(ticket).takenBy(by).set(handle, ticket.number(), decision.at().toString());
    return decision;
  }

  private static Reply to(Ticket ticket, String text) {
    return new Reply(ticket.asked().customer().email(), "Re: " + ticket.asked().subject(), text);
  }

  private Decision answered(Handle handle, Ticket ticket, Made made) {
    Decision decision = put(handle, ticket, made);
    Standing.of(ticket).answered().set(handle, ticket.number(), decision.at().toString());
    if (made.reply() != null) {
      Said.reply(handle, decision, made.reply().text());
    }
    release.approved(handle, ticket, decision);
    return decision;
  }

  private Decision put(Handle handle, Ticket ticket, Made made) {
    String draft = ticket.handling().draft();
    Reply reply = made.reply();
    // An exemption is an approval, and its column says that no person made it.
    Kind kind = made.kind() == Kind.EXEMPTED ? Kind.APPROVED : made.kind();
    return handle
        .createQuery(
            """
            insert into decision (ticket, kind, by, at, revision, guidance, category, recipient,
                                  subject, text, draft, kept, reason, remark, was, draft_model,
                                  exemption)
            select number, :kind, :by, :at, revision, guidance, category, :recipient,
                   :subject, :text, draft, :kept, :reason, :remark, :was, draft_model, :exemption
            from ticket where number = :ticket
            returning *\
            """)
        .bind("ticket", ticket.number())
        .bind("kind", kind.name().toLowerCase(Locale.ROOT))
        .bind("by", made.by())
        .bind("at", clock.instant().toString())
        .bind("recipient", reply == null ? null : reply.recipient())
        .bind("subject", reply == null ? null : reply.subject())
        .bind("text", reply == null ? null : reply.text())
        .bind("kept", reply == null || draft == null ? null : Kept.share(draft, reply.text()))
        .bind("reason", made.reason())
        .bind("remark", made.remark())
        .bind("was", Standing.of(ticket).json())
        .bind("exemption", made.exemption())
        .map((row, context) -> Decision.of(row))
        .one();
  }
}
