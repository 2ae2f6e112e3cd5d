package dev.recap.desk.queue;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.recap.desk.ticket.TicketStatus;
import java.io.ByteArrayOutputStream;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TicketExportTest {
  private final Shelf shelf = new Shelf();
  private final TicketExport export = new TicketExport(shelf.store);
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @AfterEach
  void close() {
    shelf.close();
  }

  private void worked() {
    shelf.ticket("A-1", 9, "one").ticket("A-2", 8, "two");
    shelf.set(
        "A-1",
        """
        category = 'billing', priority = 'high', team = 'billing-team', status = 'answered',
        draft = '=HYPERLINK("x")\nDear, "Jo"', draft_revision = 1\
        """);
    shelf.store.besides(handle -> {
      for (String article : new String[] {"returns', 2", "returns', 2", "accounts', 1"}) {
        handle.execute(
            "insert into evidence (ticket, query, article, version, title, passage, at)"
                + " values (1, 'q', '"
                + article
                + ", 't', 'p', 'now')");
      }
      handle.execute(
          "insert into decision (ticket, kind, by, at, revision) values (1, 'edited', 'bob', 'x', 1)");
      return handle.execute(
          """
          insert into decision (ticket, kind, by, at, revision, undone_by)
          values (1, 'approved', 'ada', 'now', 1, null)\
          """);
    });
  }

  @Test
  void tellsWhatWasDecidedAndWhatItRestsOnWithoutFormulas() {
    worked();

    assertThat(export.csv(QueueFilter.ALL, ',', out)).isEqualTo(2);

    assertThat(out.toString(UTF_8))
        .isEqualTo(
            """
            \uFEFF"id","category","priority","team","draft","evidence","status","decided_by"\r
            "A-1","billing","high","billing-team","'=HYPERLINK(""x"")
            Dear, ""Jo""\","returns@2; accounts@1","answered","ada"\r
            "A-2",,,,,"","new",\r
            """);
  }

  @Test
  void leavesOutADecisionThatWasUndone() {
    worked();
    shelf.store.besides(handle ->
        handle.execute(
            "update decision set undone_by = 'ada', undone_at = 'now' where by = 'ada'"));

    export.csv(QueueFilter.ALL.text("A-1"), ';', out);

    assertThat(out.toString(UTF_8)).endsWith("\"answered\";\"bob\"\r\n");
  }

  @Test
  void isJsonLinesToo() {
    worked();

    assertThat(export.jsonLines(QueueFilter.ALL, out)).isEqualTo(2);

    assertThat(out.toString(UTF_8))
        .isEqualTo(
            """
            {"id":"A-1","category":"billing","priority":"high","team":"billing-team",\
            "draft":"=HYPERLINK(\\"x\\")\\nDear, \\"Jo\\"",\
            "evidence":[{"article":"returns","version":2},{"article":"accounts","version":1}],\
            "status":"answered","decided_by":"ada"}
            {"id":"A-2","category":null,"priority":null,"team":null,"draft":null,"evidence":[],\
            "status":"new","decided_by":null}
            """);
  }

  @Test
  void goesOnWhereOneReadingEnds() {
    int tickets = 2_003;
    shelf.store.besides(handle ->
        handle.execute(
            """
            insert into ticket (name, customer_number, subject, description, created_at)
            with recursive n (i) as (select 1 union all select i + 1 from n where i < ?)
            select 'T-' || i, 1, 's', 'd', '2026-11-24T11:00:00Z' from n\
            """,
            tickets));

    assertThat(export.jsonLines(QueueFilter.ALL.status(TicketStatus.NEW), out)).isEqualTo(tickets);

    String ids =
        out.toString(UTF_8)
            .lines()
            .map(line -> line.replaceAll(".*\"id\":\"([^\"]*)\".*", "$1"))
            .collect(Collectors.joining(" "));
    assertThat(ids)
        .isEqualTo(
            IntStream.rangeClosed(1, tickets)
                .mapToObj(i -> "T-" + i)
                .collect(Collectors.joining(" ")));
  }

  @Test
  void ofNothingIsAHeader() {
    assertThat(export.csv(QueueFilter.ALL, '\t', out)).isZero();
    assertThat(out.toString(UTF_8)).startsWith("\uFEFF\"id\"\t\"category\"").hasLineCount(1);
  }
}
