package dev.recap.desk.mail;

import org.jdbi.v3.core.Handle;

/** What the mail tables know of a ticket, taken out for good. */
public final class MailErasure {
  private MailErasure() {}

  /**
   * Takes out every text, name and address about a ticket. That a mail was taken stays known, by its
   * name alone: otherwise it would be taken again. Mail in the mailbox itself is not touched.
   */
  public static void erase(Handle handle, int ticket) {
    run(handle, ticket, "delete from attachment where ticket = :ticket");
    run(handle, ticket, "delete from parked_mail where ticket = :ticket");
    run(
        handle,
        ticket,
        """
        delete from parked_mail where sender <> '' and lower(sender) in (
          select sender from mail_taken where ticket = :ticket)\
        """);
    run(
        handle,
        ticket,
        """
        update mail_taken set full_text = '', sender = '', digest = ''
        where ticket = :ticket
           or became = 'parked' and sender <> '' and sender in (
             select sender from mail_taken where ticket = :ticket)\
        """);
    run(
        handle,
        ticket,
        """
        update outbox set recipient = '', subject = '[erased]', text = '[erased]', said = null,
                          bounced = null, way = 'note',
                          state = case when state = 'waiting' then 'withdrawn' else state end
        where ticket = :ticket\
        """);
    run(handle, ticket, "delete from mail_token where ticket = :ticket");
  }

  private static void run(Handle handle, int ticket, String sql) {
    handle.createUpdate(sql).bind("ticket", ticket).execute();
  }
}
