package dev.recap.desk.ticket;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.recap.desk.ticket.ColumnMapping.Field;
import dev.recap.desk.ticket.ImportException.Problem;
import java.nio.charset.Charset;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MappedImportTest {
  static final Instant NOW = Instant.parse("2026-11-28T08:30:00Z");
  private final MappedImport tickets = new MappedImport(NOW);

  static ImportFile csv(String... lines) {
    return ImportFile.of("in.csv", String.join("\n", lines).getBytes(UTF_8));
  }

  private static ImportFile json(String... lines) {
    return ImportFile.of("in.jsonl", String.join("\n", lines).getBytes(UTF_8));
  }

  private ImportedRows read(ImportFile file) {
    return tickets.read(file, tickets.preview(file).mapping());
  }

  private static List<String> bad(ImportedRows rows) {
    return rows.bad().stream().map(Problem::toString).toList();
  }

  private static List<String> descriptions(ImportedRows rows) {
    return rows.good().stream().map(row -> row.ticket().description()).toList();
  }

  @Nested
  class AGuess {
    private Map<Field, String> guess(String header) {
      return tickets.preview(csv(header, header.replaceAll("[^,]+", "x"))).mapping().columns();
    }

    @Test
    void knowsAnExportOfZendesk() {
      assertThat(
              guess(
                  "Id,Requester,Requester id,Requester email,Submitter,Assignee,Group,Subject,"
                      + "Description,Tags,Status,Priority,Via,Ticket type,Created at,Updated at"))
          .isEqualTo(
              Map.of(
                  Field.ID, "Id",
                  Field.CUSTOMER_NAME, "Requester",
                  Field.CUSTOMER_EMAIL, "Requester email",
                  Field.TEAM, "Group",
                  Field.SUBJECT, "Subject",
                  Field.DESCRIPTION, "Description",
                  Field.PRIORITY, "Priority",
                  Field.CATEGORY, "Ticket type",
                  Field.CREATED, "Created at"));
    }

    @Test
    void knowsAnExportOfFreshdesk() {
      assertThat(
              guess(
                  "Ticket ID,Subject,Description,Status,Priority,Source,Type,Agent,Group,"
                      + "Created time,Due by Time,Full name,Email"))
          .isEqualTo(
              Map.of(
                  Field.ID, "Ticket ID",
                  Field.SUBJECT, "Subject",
                  Field.DESCRIPTION, "Description",
                  Field.PRIORITY, "Priority",
                  Field.CATEGORY, "Type",
                  Field.TEAM, "Group",
                  Field.CREATED, "Created time",
                  Field.CUSTOMER_NAME, "Full name",
                  Field.CUSTOMER_EMAIL, "Email"));
    }

    @Test
    void knowsAnExportOfZammad() {
      assertThat(guess("#,Title,Customer,Group,State,Priority,Created at,Body"))
          .isEqualTo(
              Map.of(
                  Field.ID, "#",
                  Field.SUBJECT, "Title",
                  Field.CUSTOMER_NAME, "Customer",
                  Field.TEAM, "Group",
                  Field.PRIORITY, "Priority",
                  Field.CREATED, "Created at",
                  Field.DESCRIPTION, "Body"));
    }

    @Test
    void knowsMailOfGmail() {
      assertThat(guess("Date,From,To,Subject,Plain Body,Message ID"))
          .isEqualTo(
              Map.of(
                  Field.CREATED, "Date",
                  Field.CUSTOMER_EMAIL, "From",
                  Field.SUBJECT, "Subject",
                  Field.DESCRIPTION, "Plain Body",
                  Field.ID, "Message ID"));
    }

    @Test
    void knowsOtherLanguages() {
      assertThat(guess("Vorgangsnummer,Betreff,Nachricht,Erstellt am,Priorität,Antwort"))
          .containsEntry(Field.ID, "Vorgangsnummer")
          .containsEntry(Field.DESCRIPTION, "Nachricht")
          .containsEntry(Field.REPLY, "Antwort");
      assertThat(guess("件名,本文,メールアドレス,作成日時"))
          .containsEntry(Field.DESCRIPTION, "本文")
          .containsEntry(Field.CREATED, "作成日時");
    }

    @Test
    void takesForCustomerNumbersOnlyWhatAreSuch() {
      ImportFile numbers = csv("customer,body", "44,x");
      ImportFile names = csv("customer,body", "44,x", "Jo,y");

      assertThat(tickets.preview(numbers).mapping().columns())
          .containsEntry(Field.CUSTOMER_NUMBER, "customer");
      assertThat(tickets.preview(names).mapping().columns())
          .containsEntry(Field.CUSTOMER_NAME, "customer")
          .doesNotContainKey(Field.CUSTOMER_NUMBER);
    }

    @Test
    void isOverriddenByAPerson() {
      ImportFile file = csv("body,Was der Kunde schrieb,Kürzel", "ours,It hums.,K-7");
      ColumnMapping mapping =
          tickets
              .preview(file)
              .mapping()
              .with(Field.DESCRIPTION, "Was der Kunde schrieb")
              .with(Field.ID, "Kürzel");

      NewTicket ticket = tickets.read(file, mapping).good().getFirst().ticket();

      assertThat(ticket.description()).isEqualTo("It hums.");
      assertThat(ticket.externalId()).isEqualTo("K-7");
      assertThat(mapping.with(Field.ID, null).column(Field.ID)).isNull();
    }
  }

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

  @Nested
  class SeparatedValues {
    @ParameterizedTest
    @CsvSource({"','", "';'", "'\t'"})
    void tellTheirSeparatorByTheHeader(char separator) {
      String other = separator == ',' ? ";" : ",";
      String row = "1%s\"Hum%s loud\"%s\"It; hums, \t\"\"now\"\".\"";
      ImportFile file =
          csv(
              "id%1$s\"Title%2$s\"%1$sBody".formatted(separator, other.repeat(5)),
              row.formatted(separator, separator, separator));

      assertThat(descriptions(read(file))).containsExactly("It; hums, \t\"now\".");
    }

    @Test
    void maySayTheirSeparatorAsSpreadsheetsDo() {
      assertThat(descriptions(read(csv("sep=;", "a,b;body", "x;It hums."))))
          .containsExactly("It hums.");
    }

    @Test
    void mayBeginWithBlankLinesAndHaveAHeaderOfSeveral() {
      ImportedRows rows = read(csv("", "", "\"the\nbody\",body", "x,It hums.", "y"));

      assertThat(descriptions(rows)).containsExactly("It hums.");
      assertThat(bad(rows)).containsExactly("line 6: has 1 columns, but the header has 2");
    }

    @Test
    void endWhereAQuotationDoesNot() {
      ImportedRows rows = read(csv("body", "one", "\"two", "three"));

      assertThat(descriptions(rows)).containsExactly("one");
      assertThat(rows.complete()).isFalse();
      assertThat(bad(rows)).singleElement().asString().startsWith("line 3: broken CSV");
    }

    @Test
    void doNotHaveColumnsThatTheyDoNotHave() {
      assertThatExceptionOfType(ImportException.class)
          .isThrownBy(() ->
              tickets.read(csv("a,b", "1,2"), ColumnMapping.of(Map.of(Field.DESCRIPTION, "c"))))
          .withMessage(
              "in.csv: description was to come from the column 'c', but there are only [a, b];"
                  + " nothing was imported");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "body", "body\n\n"})
    void withoutRowsAreRefused(String text) {
      ImportFile file = csv(text);
      var mapping = ColumnMapping.of(Map.of(Field.DESCRIPTION, "body"));

      assertThatExceptionOfType(ImportException.class)
          .isThrownBy(() -> tickets.read(file, mapping))
          .withMessageStartingWith("in.csv: ");
    }
  }

  @Nested
  class JsonLines {
    @Test
    void haveTheKeysOfObjectsInObjects() {
      ImportFile file =
          json(
              "{\"id\":7,\"description\":\"It hums.\",\"requester\":{\"email\":\"jo@example.com\","
                  + "\"name\":\"Jo\"},\"tags\":[\"a\"],\"created_at\":\"2026-11-24T08:30:00Z\"}",
              "{\"id\":8,\"description\":\"It is dark.\",\"late\":true}",
              "[]");

      ImportPreview preview = tickets.preview(file);
      ImportedRows rows = tickets.read(file, preview.mapping());

      assertThat(preview.shape().separator()).isNull();
      assertThat(preview.shape().columns())
          .containsExactly(
              "id",
              "description",
              "requester.email",
              "requester.name",
              "tags",
              "created_at",
              "late");
      assertThat(rows.good().getFirst().ticket())
          .isEqualTo(
              new NewTicket(
                  new Customer(1, "Jo", "jo@example.com"),
                  "It hums.",
                  "It hums.",
                  Instant.parse("2026-11-24T08:30:00Z"),
                  "7"));
      assertThat(bad(rows)).containsExactly("line 3: was '[]', but a JSON object was expected");
    }

    @Test
    void areNotReadBeyondAThousandKeys() {
      var line = new StringBuilder("{\"body\":\"x\"");
      for (int i = 0; i < 1_000; i++) {
        line.append(",\"k").append(i).append("\":1");
      }

      assertThatExceptionOfType(ImportException.class)
          .isThrownBy(() -> tickets.preview(json(line + "}")))
          .withMessageStartingWith("in.jsonl: has more than 1,000 columns");
    }
  }

  @Nested
  class Encodings {
    private static final String TEXT = "id;body\n1;Größe „zu klein“ 🪔\n2;箱\n";

    @Test
    void areUtf8AndUtf16ByTheirMarks() {
      for (byte[] bytes :
          List.of(
              TEXT.getBytes(UTF_8),
              ("\uFEFF" + TEXT).getBytes(UTF_8),
              TEXT.getBytes(UTF_16),
              ("\uFEFF" + TEXT).getBytes(UTF_16LE))) {
        assertThat(descriptions(read(ImportFile.of("in.csv", bytes))))
            .containsExactly("Größe „zu klein“ 🪔", "箱");
      }
    }

    @Test
    void areWindows1252WhereAPersonSaysSo() {
      byte[] bytes = "id;body\n1;Größe – 5 €\n".getBytes(Charset.forName("windows-1252"));
      ImportFile file = ImportFile.of("in.csv", bytes);

      assertThat(tickets.preview(file).rows().bad())
          .containsExactly(new Problem(2, "line 2 is not UTF-8 at byte 5 of the line (0xF6)"));
      assertThat(descriptions(read(file.in(ImportFile.Encoding.WINDOWS_1252))))
          .containsExactly("Größe – 5 €");
    }

    @Test
    void thatAreWrongAreTheMatterOfOneRow() {
      byte[] bytes = csvBytes("body", "fine", "\"two", "l#nes\"", "fine too", "b#d", "#\"\"#");

      ImportedRows rows = read(ImportFile.of("in.csv", bytes));

      assertThat(descriptions(rows)).containsExactly("fine", "fine too");
      assertThat(bad(rows))
          .satisfiesExactly(
              row -> assertThat(row).startsWith("line 3: line 4 is not UTF-8 at byte 2"),
              row -> assertThat(row).startsWith("line 6: line 6 is not UTF-8"),
              row -> assertThat(row).startsWith("line 7: line 7 is not UTF-8"));
    }

    @Test
    void thatAreWrongInTheHeaderRefuseTheFile() {
      ImportFile file = ImportFile.of("in.csv", csvBytes("body,#", "fine,x"));

      assertThatExceptionOfType(ImportException.class)
          .isThrownBy(() -> tickets.preview(file))
          .withMessageStartingWith("in.csv: line 1 is not UTF-8 at byte 6");
    }

    @Test
    void thatBreakOffAreRefused() {
      byte[] bytes = "\uFEFFbody\nIt hums.".getBytes(UTF_16LE);
      byte[] odd = Arrays.copyOf(bytes, bytes.length - 1);

      assertThatExceptionOfType(ImportException.class)
          .isThrownBy(() -> tickets.preview(ImportFile.of("in.csv", odd)))
          .withMessageContaining("begins with the mark of UTF-16, but is something else");
    }

    /** Each # is a byte that UTF-8 does not have. */
    private static byte[] csvBytes(String... lines) {
      byte[] bytes = String.join("\n", lines).getBytes(UTF_8);
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] = bytes[i] == '#' ? (byte) 0xFF : bytes[i];
      }
      return bytes;
    }
  }
}
