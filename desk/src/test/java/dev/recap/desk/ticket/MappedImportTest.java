package dev.recap.desk.ticket;

import static dev.recap.desk.ticket.Exports.NOW;
import static dev.recap.desk.ticket.Exports.bad;
import static dev.recap.desk.ticket.Exports.csv;
import static dev.recap.desk.ticket.Exports.descriptions;
import static dev.recap.desk.ticket.Exports.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.recap.desk.ticket.ColumnMapping.Field;
import dev.recap.desk.ticket.ImportException.Problem;
import java.time.Instant;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MappedImportTest {
  private final MappedImport tickets = new MappedImport(NOW);

  @Nested
  class APreview {
    @Test
    void showsTheHeaderFiveRowsAndWhatIsBad() {
      ImportPreview preview =
          tickets.preview(
              csv(
                  "Id;Body;Status",
                  "1;a;open",
                  "2;b;open",
                  "3;;open",
                  "4;d",
                  "5;e;",
                  "6;f;",
                  "7;g;"));

      assertThat(preview.shape().separator()).isEqualTo(';');
      assertThat(preview.shape().columns()).containsExactly("Id", "Body", "Status");
      assertThat(preview.shape().rows())
          .extracting(row -> row.get("Body"))
          .containsExactly("a", "b", "", "e", "f");
      assertThat(preview.ignored()).containsExactly("Status");
      assertThat(preview.rows().all()).isEqualTo(7);
      assertThat(preview.rows().good()).isEqualTo(5);
      assertThat(preview.rows().bad())
          .extracting(Problem::toString)
          .containsExactly(
              "line 4: the description is missing: there is nothing in the column 'Body'",
              "line 5: has 2 columns, but the header has 3");
      assertThat(preview.rows().complete()).isTrue();
    }

    @Test
    void ofAFileThatSaysNothingToUsWaitsForAMapping() {
      ImportPreview preview = tickets.preview(csv("x,y", "1,2"));

      assertThat(preview.mapping().columns()).isEmpty();
      assertThat(preview.rows()).isEqualTo(ImportPreview.Rows.UNREAD);
      assertThat(preview.shape().columns()).containsExactly("x", "y");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> tickets.read(csv("x,y", "1,2"), preview.mapping()))
          .withMessage("the mapping has no column for the description, but one was expected");
    }

    @Test
    void cutsLongCells() {
      ImportPreview preview = tickets.preview(csv("body", "x".repeat(5_000)));

      assertThat(preview.shape().rows().getFirst().get("body")).hasSize(503).endsWith("x...");
    }

    @Test
    void tellsColumnsApartThatHaveOneNameOrNone() {
      assertThat(tickets.preview(csv("body,Tags,Tags,,Tags", "a,b,c,d,e")).shape().columns())
          .containsExactly("body", "Tags", "Tags (2)", "column 4", "Tags (3)");
    }
  }

  @Nested
  class ARow {
    @Test
    void keepsWhatPeopleDecidedApart() {
      ImportedRow row =
          read(csv("id,body,category,priority,team,reply", "A-1,It hums.,billing,high,b-team,Dear"))
              .good()
              .getFirst();

      assertThat(row.human()).isEqualTo(new Decided("billing", "high", "b-team", "Dear"));
      assertThat(row.ticket())
          .isEqualTo(
              new NewTicket(new Customer(1, null, null), "It hums.", "It hums.", NOW, "A-1"));
      assertThat(read(csv("body", "x")).good().getFirst().human()).isEqualTo(Decided.NOTHING);
    }

    @Test
    void keepsTheDateItCameIn() {
      assertThat(read(csv("body,created at", "x,2024-02-29 23:59:00")).good())
          .extracting(row -> row.ticket().createdAt())
          .containsExactly(Instant.parse("2024-02-29T23:59:00Z"));
    }

    @Test
    void mayHaveNameAndAddressInOneCell() {
      assertThat(
              read(csv(
                      "body,from",
                      "x,\"\"\"Holm, Ada\"\" <ada@example.com>\"",
                      "y,ADA@example.com",
                      "z,<ada@example.com>"))
                  .good())
          .extracting(row -> row.ticket().customer())
          .containsExactly(
              new Customer(1, "Holm, Ada", "ada@example.com"),
              new Customer(1, null, "ADA@example.com"),
              new Customer(1, null, "ada@example.com"));
    }

    @Test
    void hasAnIdThatNoEarlierRowHas() {
      ImportedRows rows =
          read(csv("id,body", "A-1,x", "A-1 ,y", "Caf\u00e9,z", "Cafe\u0301,again", ",no id"));

      assertThat(descriptions(rows)).containsExactly("x", "z", "no id");
      assertThat(bad(rows))
          .containsExactly(
              "line 3: id was 'A-1', which the row on line 2 has already",
              "line 5: id was 'Café', which the row on line 4 has already");
    }

    @Test
    void hasAnIdThatAnAgentCanName() {
      ImportedRows rows =
          read(
              csv(
                  "id,body",
                  "x".repeat(200) + ",fits",
                  "x".repeat(201) + ",long",
                  "\"two\nlines\",lines",
                  "turned\u202E,direction"));

      assertThat(descriptions(rows)).containsExactly("fits");
      assertThat(bad(rows))
          .hasSize(3)
          .allSatisfy(reason ->
              assertThat(reason).endsWith("but 1 to 200 characters on one line were expected"));
    }

    @Test
    void isBadForWhatIsWrongInAnyMappedColumn() {
      ImportedRows rows =
          read(
              csv(
                  "body,customer number,created,reply",
                  "a,C-7,2026-01-01,",
                  "b,1,soon,",
                  "c,1,2026-01-01," + "r".repeat(20_001)));

      // The guess leaves out a column that has no numbers, so a person maps it.
      ImportFile file = csv("body,customer number", "a,C-7");
      ColumnMapping mapping =
          tickets.preview(file).mapping().with(Field.CUSTOMER_NUMBER, "customer number");

      assertThat(bad(tickets.read(file, mapping)))
          .containsExactly(
              "line 2: customer was 'C-7', but a customer number from 1 to 999999999 was expected");
      assertThat(bad(rows))
          .containsExactly(
              "line 3: created was 'soon', but a date such as 2026-11-24 08:30, 24.11.2026 or"
                  + " 24 Nov 2026 was expected",
              "line 4: reply has 20,001 characters, but at most 20,000 were expected");
    }
  }
}
