package dev.recap.desk.ticket;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.recap.desk.ticket.ColumnMapping.Field;
import dev.recap.desk.ticket.ImportFile.Encoding;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;

class TicketImportPropertyTest {
  private final TicketImport tickets = new TicketImport(Instant.EPOCH);

  @Property
  void csvGivesBackAnyTextThatIsNotBlank(
      @ForAll @Size(min = 1, max = 5) List<@NotEmpty String> texts) {
    List<String> sound = texts.stream().map(TicketImportPropertyTest::sound).toList();
    var out = new StringBuilder("subject,description\r\n");
    sound.forEach(text -> out.append("s,\"").append(text.replace("\"", "\"\"")).append("\"\r\n"));

    assertThat(tickets.readCsv("in.csv", out.toString().getBytes(UTF_8)))
        .extracting(NewTicket::description)
        .isEqualTo(sound);
  }

  @Property
  void anyBytesAreTicketsOrAnImportException(@ForAll byte[] content) {
    for (String name : List.of("a.csv", "a.jsonl")) {
      try {
        List<NewTicket> read =
            name.endsWith("csv")
                ? tickets.readCsv(name, content)
                : tickets.readJsonLines(name, content);
        assertThat(read).isNotEmpty();
      } catch (ImportException refused) {
        assertThat(refused).hasMessageStartingWith(name + ": ");
      }
    }
  }

  @Property(tries = 200)
  void anyBytesUnderAnyMappingAreRowsOrAnImportException(@ForAll byte[] content) {
    var mapped = new MappedImport(Instant.EPOCH);
    for (Encoding encoding : Encoding.values()) {
      for (String name : List.of("a.csv", "a.jsonl")) {
        ImportFile file = ImportFile.of(name, content).in(encoding);
        try {
          ImportShape shape = mapped.preview(file).shape();
          for (String column : shape.columns()) {
            var mapping = ColumnMapping.of(Map.of(Field.DESCRIPTION, column, Field.ID, column));
            ImportedRows rows = mapped.read(file, mapping);
            assertThat(rows.good().size() + rows.bad().size()).isPositive();
          }
        } catch (ImportException refused) {
          assertThat(refused).hasMessageStartingWith(name + ": ");
        }
      }
    }
  }

  /** Any text as a customer could have sent it: well-formed, one way of breaking lines. */
  private static String sound(String text) {
    String wellFormed = new String(text.getBytes(UTF_8), UTF_8).replace("\0", "");
    return ("x" + wellFormed.replaceAll("\r\n?", "\n") + "x").strip();
  }
}
