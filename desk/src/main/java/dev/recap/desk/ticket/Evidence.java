package dev.recap.desk.ticket;

import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * What the agent read of an article, as it read it.
 *
 * @param article the article's id
 * @param version which version of it
 * @param passage the sentences that the search showed
 */
public record Evidence(String article, int version, String title, String passage) {

  /** What was read for one ticket, oldest first, each once. */
  public static List<Evidence> of(Handle handle, int ticket) {
    return handle
        .createQuery("select * from evidence where ticket = :ticket order by id")
        .bind("ticket", ticket)
        .map((row, context) ->
            new Evidence(
                row.getString("article"),
                row.getInt("version"),
                row.getString("title"),
                row.getString("passage")))
        .list()
        .stream()
        .distinct()
        .toList();
  }
}
