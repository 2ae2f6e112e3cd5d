package dev.recap.desk.trial;

import dev.recap.desk.ticket.ColumnMapping;
import dev.recap.desk.ticket.Decided;
import dev.recap.desk.ticket.ImportException;
import dev.recap.desk.ticket.ImportException.Problem;
import dev.recap.desk.ticket.ImportFile;
import dev.recap.desk.ticket.ImportPreview;
import dev.recap.desk.ticket.ImportedRow;
import dev.recap.desk.ticket.ImportedRows;
import dev.recap.desk.ticket.MappedImport;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Answered tickets, as they were read from a file.
 *
 * @param mapping which column was taken for what
 * @param ignored the columns that were taken for nothing
 * @param tickets those of the rows that are tickets, in the order of the file
 * @param bad the other rows, in the order of the file
 */
public record AnsweredFile(
    ColumnMapping mapping, List<String> ignored, List<Answered> tickets, List<Problem> bad) {

  public AnsweredFile {
    ignored = List.copyOf(ignored);
    tickets = List.copyOf(tickets);
    bad = List.copyOf(bad);
  }

  /**
   * Reads a file by what its columns are called, and by what somebody says of them.
   *
   * @param said columns by field; an empty name for none
   * @param now when tickets without a date came in
   * @throws IllegalArgumentException when no column is the description
   * @throws ImportException when the file cannot be read to its end, or has none of these columns
   *     or no tickets
   */
  public static AnsweredFile read(
      ImportFile file, Map<ColumnMapping.Field, String> said, Instant now) {
    var reader = new MappedImport(now);
    ImportPreview guess = reader.preview(file);
    ColumnMapping mapping = mapping(guess.mapping(), said);
    if (mapping.column(ColumnMapping.Field.DESCRIPTION) == null) {
      throw new IllegalArgumentException(
          "%s has the columns %s, but none is known as the description: name it with description=COLUMN"
              .formatted(file.name(), guess.shape().columns()));
    }
    ImportedRows rows = reader.read(file, mapping);
    if (!rows.complete() || rows.good().isEmpty()) {
      throw new IllegalArgumentException(
          "%s cannot be used: %s".formatted(file.name(), rows.bad().getLast()));
    }
    return new AnsweredFile(
        mapping,
        guess.shape().columns().stream()
            .filter(column -> !mapping.columns().containsValue(column))
            .toList(),
        rows.good().stream().map(AnsweredFile::answered).toList(),
        rows.bad());
  }

  /** What somebody said goes before every guess, also before one that wants the same column. */
  private static ColumnMapping mapping(
      ColumnMapping guessed, Map<ColumnMapping.Field, String> said) {
    ColumnMapping mapping = guessed;
    for (ColumnMapping.Field field : ColumnMapping.Field.values()) {
      @Nullable String column = mapping.column(field);
      if (column != null && said.containsValue(column)) {
        mapping = mapping.with(field, null);
      }
    }
    for (Map.Entry<ColumnMapping.Field, String> each : said.entrySet()) {
      mapping = mapping.with(each.getKey(), each.getValue().isEmpty() ? null : each.getValue());
    }
    return mapping;
  }

  private static Answered answered(ImportedRow row) {
    Decided human = row.human();
    return new Answered(
        row.ticket(),
        new Decisions(human.category(), human.priority(), human.team(), human.reply()));
  }
}
