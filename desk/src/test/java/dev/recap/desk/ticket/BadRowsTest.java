package dev.recap.desk.ticket;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import org.junit.jupiter.api.Test;

class BadRowsTest {
  private final MappedImport tickets = new MappedImport(Exports.NOW);

  private String badOf(ImportFile file) {
    var out = new ByteArrayOutputStream();
    BadRows.write(file, tickets.preview(file).rows().bad(), out);
    return out.toString(UTF_8).substring(1);
  }

  @Test
  void areGivenBackWithTheirColumnsTheirLineAndTheReason() {
    ImportFile file =
        Exports.csv(
            "id;body;note",
            "1;fine;a",
            "2;;\"two\nlines\"",
            "3;x",
            "4;x;y;z",
            "1;twice;b",
            "5;ok;");

    assertThat(badOf(file))
        .isEqualTo(
            """
            "recap_line";"recap_reason";"id";"body";"note"\r
            "3";"the description is missing: there is nothing in the column 'body'";"2";"";"two
            lines"\r
            "5";"has 2 columns, but the header has 3";"3";"x";\r
            "6";"has 4 columns, but the header has 3";"4";"x";"y";"z"\r
            "7";"id was '1', which the row on line 2 has already";"1";"twice";"b"\r
            """);
  }

  @Test
  void areHarmlessInASpreadsheetAndAsTheyWereWhenTheyComeBack() {
    ImportFile file =
        Exports.csv("=id,body,created", "-7,=1+1,soon", "@8,'quoted,soon", "+9,'=x,soon");

    String bad = badOf(file);
    assertThat(bad)
        .contains("\"'=id\",\"body\"")
        .contains("\"'-7\",\"'=1+1\",\"soon\"")
        .contains("\"'@8\",\"'quoted\"")
        .contains("\"'+9\",\"'=x\"");
    ImportFile mended =
        ImportFile.of("mended.csv", bad.replace("\"soon\"", "\"2026-11-24\"").getBytes(UTF_8));
    ImportPreview preview = tickets.preview(mended);
    assertThat(preview.shape().columns()).containsExactly("=id", "body", "created");
    assertThat(tickets.read(mended, preview.mapping()).good())
        .extracting(row -> row.ticket().description())
        .contains("=1+1", "'quoted");
  }

  @Test
  void ofJsonAreUnderTheKeysOfTheWholeFile() {
    ImportFile file =
        ImportFile.of(
            "in.jsonl",
            "{\"id\":1,\"body\":\"\"}\n{\"id\":2,\"body\":\"fine\",\"more\":\"m\"}\n{broken"
                .getBytes(UTF_8));

    assertThat(badOf(file))
        .isEqualTo(
            """
            "recap_line","recap_reason","id","body","more"\r
            "1","the description is missing: there is nothing in the column 'body'","1","",\r
            "3","broken JSON: Unexpected character ('b' (code 98)): was expecting double-quote to start field name",,,,"{broken"\r
            """);
  }

  @Test
  void sayWhereAFileCouldNotBeReadAnyFurther() {
    ImportFile file = Exports.csv("body", "one", "\"two", "three");

    assertThat(badOf(file)).contains("\"3\",\"broken CSV: ");
  }
}
