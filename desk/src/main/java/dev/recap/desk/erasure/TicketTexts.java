package dev.recap.desk.erasure;

import dev.recap.desk.mail.MailErasure;
import dev.recap.desk.ticket.Dialect;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * What the tables say of one ticket, taken out: facts stay, such as categories, times, and who
 * decided what; each text goes, with the ticket's name, which may say anything.
 *
 * @param number the ticket's
 * @param name the one it has had
 */
record TicketTexts(Handle handle, int number, String name) {
  private static final String GONE = "[erased]";

  /** In this order: calls and answers are found by the name, which goes with the ticket. */
  private static final List<String> STATEMENTS =
      List.of(
          """
          update tool_call set arguments = '{}', idempotency_key = 'erased-' || seq,
                               call_id = 'erased-' || seq,
                               reason = case when reason is null then null else :gone end,
                               ticket = case when ticket = :name then :instead else ticket end
          where ticket = :name or (
            (outcome = 'failed' or ticket is null) and exists (
              select * from (select run as its, min(seq) as first, max(seq) as last
                             from tool_call where ticket = :name group by run) as whole
              where its = tool_call.run and tool_call.seq between first and last))\
          """,
          "update article_search set query = :gone where ticket = :number",
          """
          update change set by = 'customer'
          where ticket = :number and (
            lower(by) in (select lower(author) from message
                          where ticket = :number and kind = 'customer')
            or lower(by) in (select lower(customer_email) from ticket where number = :number)
            or lower(by) in (select lower(customer_name) from ticket where number = :number))\
          """,
          "update change set before = null, after = null where ticket = :number",
          """
          update message set text = :gone,
                             author = case when kind = 'customer' then 'customer' else author end,
                             mail_id = case when mail_id like 'decision-%' then mail_id end
          where ticket = :number\
          """,
          """
          update decision set recipient = null, subject = null, text = null, draft = null,
                              reason = case when reason is null then null else :gone end,
                              remark = null, was = '{}'
          where ticket = :number\
          """,
          "update evidence set query = :gone where ticket = :number",
          """
          update idempotent set status = 410, answer = '{"title":"erased","status":410}'
          where case when json_valid(answer) then json_extract(answer, '$.id') end = :name\
          """,
          """
          update ticket set name = :instead, external_id = null, customer_name = null,
                            customer_email = null, subject = :gone, description = :gone,
                            draft = null, draft_by = null, draft_revision = null, owner = null,
                            reason = null, remark = null
          where number = :number\
          """);

  /** Takes them out. */
  void erase() {
    MailErasure.erase(handle, number);
    for (String statement : STATEMENTS) {
      run(statement);
    }
  }

  /** The name it has from now on, which says nothing but its number. */
  static String instead(int number) {
    return "erased-" + number;
  }

  /** The words of all tickets are written anew: what was deleted lived on among them. */
  static void forgetWords(Handle handle) {
    if (Dialect.of(handle) == Dialect.SQLITE) {
      handle.execute("insert into ticket_text (ticket_text) values ('optimize')");
    }
  }

  private void run(String sql) {
    var update = handle.createUpdate(sql);
    if (sql.contains(":gone")) {
      update.bind("gone", GONE);
    }
    if (sql.contains(":name")) {
      update.bind("name", name);
    }
    if (sql.contains(":instead")) {
      update.bind("instead", instead(number));
    }
    if (sql.contains(":number")) {
      update.bind("number", number);
    }
    update.execute();
  }
}
