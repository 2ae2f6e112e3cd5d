package dev.recap.desk.ticket;

import static dev.recap.desk.ticket.Exports.NOW;
import static dev.recap.desk.ticket.Exports.bad;
import static dev.recap.desk.ticket.Exports.csv;
import static dev.recap.desk.ticket.Exports.descriptions;
import static dev.recap.desk.ticket.Exports.json;
import static dev.recap.desk.ticket.Exports.read;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

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

/** What files look like that tickets are imported from. */
class ImportFileTest {
  private final MappedImport tickets = new MappedImport(NOW);

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
