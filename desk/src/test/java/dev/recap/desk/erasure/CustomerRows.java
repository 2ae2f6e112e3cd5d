package dev.recap.desk.erasure;

import dev.recap.desk.ticket.TicketStore;
import dev.recap.desk.trial.Decisions;
import dev.recap.desk.trial.Rating;
import dev.recap.desk.trial.TrialPair;
import dev.recap.desk.trial.TrialResult;
import dev.recap.desk.trial.Trials;
import java.util.List;

/** What mail, trials and programs bring of the customer of {@link CustomerDesk}. */
record CustomerRows(TicketStore tickets) {
  private static final String SAID = "Winterbottom hums terribly. ";
  private static final String DAY = "2026-11-29T00:00:00Z";
  private static final String EMAIL = CustomerDesk.EMAIL;

  /** Everything of it. */
  void fill() {
    isMailed();
    writesAbout(2);
    isTried();
    isAskedFor();
  }

  private void isMailed() {
    run(
        """
        insert into mail_taken (mail_id, message_id, digest, became, ticket, sender, at, full_text)
        values ('<1@mail>', '<1@mail>', 'd1', 'ticket', 1, '%1$s', '%2$s', 'Winterbottom'),
               ('<2@mail>', '<2@mail>', 'd2', 'parked', null, '%1$s', '%2$s', 'Winterbottom')\
        """);
    run(
        """
        insert into parked_mail (mail_id, sender, subject, text, reason, at, raw)
        values ('<2@mail>', '%1$s', 'Winterbottom', 'Winterbottom', 'bulk', '%2$s', 'Winterbottom')\
        """);
    run(
        """
        insert into outbox (ticket, way, recipient, subject, text, message_id, not_before, at)
        values (1, 'mail', '%1$s', 'Winterbottom', 'Winterbottom', '<3@desk>', '%2$s', '%2$s')\
        """);
    run(
        """
        insert into attachment (ticket, name, type, size, sha256, content)
        values (1, 'winterbottom.png', 'image/png', 12, 'x', 'Winterbottom')\
        """);
  }

  private void run(String sql) {
    tickets.besides(handle -> handle.execute(sql.formatted(EMAIL, DAY)));
  }

  /** By mail, about somebody else's ticket. */
  private void writesAbout(int ticket) {
    run(
        """
        insert into message (ticket, kind, author, text, at, mail_id)
        values (%3$d, 'customer', '%1$s', 'Winterbottom', '%2$s', '<4@mail>')\
        """
            .replace("%3$d", "" + ticket));
    run(
        """
        insert into mail_taken (mail_id, message_id, digest, became, ticket, message, sender, at,
                                full_text)
        select '<4@mail>', '<4@mail>', 'd4', 'message', ticket, id, author, at, text
        from message where mail_id = '<4@mail>'\
        """);
    run(
        """
        insert into change (ticket, at, by, what, before, after)
        values (%3$d, '%2$s', '%1$s', 'status', 'answered', 'needs_person')\
        """
            .replace("%3$d", "" + ticket));
    run(
        "update ticket set reason = '%1$s wrote, who is not the customer' where number = "
            + ticket);
  }

  private void isTried() {
    var about = new TrialResult.About("t", "a.csv", DAY, "Lea", "clerk", true, "rules", "done", "");
    var ground = new TrialPair.Ground(null, List.of(), List.of());
    var trials = new Trials(tickets);
    trials.put(
        new TrialResult(
            TrialResult.FORM,
            about,
            new TrialResult.Tickets(1, 1, 1, 0),
            new TrialResult.Spending(1, 0, null, null, null, null),
            List.of(),
            List.of(),
            List.of(
                new TrialPair(
                    1,
                    "winterbottom-2",
                    "Winterbottom has a lamp",
                    SAID,
                    new Decisions("billing", null, null, "Dear Winterbottom"),
                    new Decisions("billing", null, null, "Hello Winterbottom"),
                    ground,
                    List.of()))));
    trials.rate("t", new Trials.Rated("winterbottom-2", "Ann", Rating.SAME, DAY));
  }

  private void isAskedFor() {
    run(
        """
        insert into idempotent (person, key, body_hash, status, answer, at)
        values ('Ann', 'key', 'hash', 201, '{"id":"winterbottom-2","subject":"Winterbottom"}', '%2$s')\
        """);
  }
}
