package dev.recap.desk.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.recap.desk.ticket.ColumnMapping.Field;
import dev.recap.desk.ticket.ImportException;
import dev.recap.desk.ticket.ImportFile;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AnsweredFileTest {
  private static final String GERMAN =
      """
      Ticketnummer;Betreff;Nachricht;Kategorie;Gruppe;Antwort;Laune
      4711;Rechnung;Sie ist falsch.;Zahlung;Nord;Wir prüfen das.;gut
      4712;Lampe;;Technik;Süd;;schlecht
      4713;Paket;Wo ist es?;;;;gut
      """;

  private static AnsweredFile read(String text, Map<Field, String> said) {
    var file = ImportFile.of("tickets.csv", text.getBytes(StandardCharsets.UTF_8));
    return AnsweredFile.read(file, said, Instant.EPOCH);
  }

  @Test
  void columnsAreKnownByWhatDesksCallThem() {
    AnsweredFile file = read(GERMAN, Map.of());

    assertThat(file.tickets()).hasSize(2);
    Answered first = file.tickets().getFirst();
    assertThat(first.ticket().externalId()).isEqualTo("4711");
    assertThat(first.ticket().description()).isEqualTo("Sie ist falsch.");
    assertThat(first.human()).isEqualTo(new Decisions("Zahlung", null, "Nord", "Wir prüfen das."));
    assertThat(file.tickets().getLast().human().isEmpty()).isTrue();
    assertThat(file.ignored()).containsExactly("Laune");
  }

  @Test
  void badRowsAreLeftOutAndSaid() {
    assertThat(read(GERMAN, Map.of()).bad())
        .singleElement()
        .satisfies(bad -> assertThat(bad.line()).isEqualTo(3));
  }

  @Test
  void whatSomebodySaysGoesBeforeEveryGuess() {
    AnsweredFile file =
        read(GERMAN, Map.of(Field.CATEGORY, "Gruppe", Field.PRIORITY, "Laune", Field.REPLY, ""));

    assertThat(file.tickets().getFirst().human())
        .isEqualTo(new Decisions("Nord", "gut", null, null));
    assertThat(file.ignored()).containsExactly("Kategorie", "Antwort");
  }

  @Test
  void aFileWithoutADescriptionIsRefusedWithTheColumnsThereAre() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> read("Nr;Laune\n1;gut\n", Map.of()))
        .withMessageContainingAll("Laune", "description=COLUMN");
    assertThatThrownBy(() -> read(GERMAN, Map.of(Field.DESCRIPTION, "Text")))
        .isInstanceOf(ImportException.class)
        .hasMessageContainingAll("'Text'", "Nachricht");
  }

  @Test
  void aFileThatBreaksOffIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> read("id,body\n1,fine\n2,\"no end\n", Map.of()))
        .withMessageContaining("tickets.csv cannot be used: line ");
  }
}
