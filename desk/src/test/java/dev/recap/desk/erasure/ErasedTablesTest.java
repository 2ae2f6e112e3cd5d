package dev.recap.desk.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recap.desk.ticket.TicketStore;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Whoever adds a table says here which it is, and has {@link TicketTexts} take out what it must.
 */
class ErasedTablesTest {
  /** Tables with a text of or to a customer, which erasing takes out. */
  private static final Set<String> ERASED =
      Set.of(
          "ticket",
          "message",
          "change",
          "decision",
          "evidence",
          "article_search",
          "tool_call",
          "outbox",
          "mail_token",
          "mail_taken",
          "parked_mail",
          "attachment",
          "trial",
          "trial_rating",
          "idempotent");

  /** Tables without any: of the desk's people, its rules, and names that other systems gave. */
  private static final Set<String> OTHERS =
      Set.of(
          "person",
          "session",
          "api_token",
          "guidance",
          "article",
          "mail_place",
          "connect_ticket",
          "connect_article",
          "exemption",
          "exemption_switch",
          "hand_in",
          "erasure",
          "erasure_ticket",
          "desk_schema_history");

  private static final String TABLES =
      """
      select name from sqlite_master
      where type = 'table' and name not like 'sqlite%' and name not like 'ticket_text%'\
      """;

  @Test
  void ofEveryTableItIsKnownWhetherItHasTextOfACustomer() {
    try (TicketStore desk = TicketStore.inMemory()) {
      List<String> tables =
          desk.besides(handle -> handle.createQuery(TABLES).mapTo(String.class).list());

      assertThat(tables)
          .containsExactlyInAnyOrderElementsOf(
              Stream.concat(ERASED.stream(), OTHERS.stream()).toList());
    }
  }
}
