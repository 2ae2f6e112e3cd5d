package dev.recap.desk.mail;

import org.jdbi.v3.core.Handle;

/** What the mail tables know of a ticket, taken out for good. */
public final class MailErasure {
  private MailErasure() {}

  /**
   * Takes out every text and address that mail brought to a ticket, and what is parked of the same
   * senders. That a mail was taken stays known, by its name and a hash: otherwise it would be taken
   * again. Mail in the mailbox itself is not touched, nor are the tables of others, {@code message}
   * and {@code change} among them.
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
        update mail_taken set full_text = '', sender = ''
        where ticket = :ticket
           or became = 'parked' and sender <> '' and sender in (
             select sender from mail_taken where ticket = :ticket)\
        """);
    run(
        handle,
        ticket,
        """
        update outbox set recipient = 'erased@invalid', subject = '[erased]', text = '[erased]',
                          said = null, bounced = null, in_reply_to = null, refs = '',
                          state = case when state in ('waiting', 'failed', 'unknown')
                                  then 'withdrawn' else state end
        where ticket = :ticket\
        """);
    run(handle, ticket, "delete from mail_token where ticket = :ticket");
  }

  /**
   * Takes out what is parked of an address, and what mail of it said, whatever it became. That a
   * mail was taken stays known.
   *
   * @return how many rows had something of it
   */
  public static int eraseSender(Handle handle, String address) {
    String sender = MailAddress.key(address);
    return handle
            .createUpdate("delete from parked_mail where lower(sender) = :sender")
            .bind("sender", sender)
            .execute()
        + handle
            .createUpdate(
                """
                update mail_taken set full_text = '', sender = ''
                where sender = :sender\
                """)
            .bind("sender", sender)
            .execute();
  }

  private static void run(Handle handle, int ticket, String sql) {
    handle.createUpdate(sql).bind("ticket", ticket).execute();
  }
}
