package dev.recap.desk.ticket;

import dev.recap.desk.ticket.ColumnMapping.Field;
import java.time.Instant;

/**
 * Reads tickets from the exports of other desks, whatever their columns are called, and says row by
 * row what is wrong: JSON lines, or values separated by commas, semicolons or tabs under a header.
 *
 * <p>The limits are those of {@link TicketImport}. Ids are names of tickets: 1 to 200 characters on
 * one line, each once. Whatever stands in columns that are not mapped, such as a status, is
 * ignored.
 */
public final class MappedImport {
  private final Instant now;

  /**
   * An import at a time.
   *
   * @param now when the tickets without a date came in; none came in later
   */
  public MappedImport(Instant now) {
    this.now = now;
  }

  /**
   * What an import with a guessed mapping would come to.
   *
   * @throws ImportException when the file cannot be read, or is more than is read
   */
  public ImportPreview preview(ImportFile file) {
    return preview(file, ColumnGuess.of(ImportShape.of(file)));
  }

  /** What an import with this mapping would come to; without a description's column, nothing. */
  public ImportPreview preview(ImportFile file, ColumnMapping mapping) {
    ImportShape shape = ImportShape.of(file);
    if (mapping.column(Field.DESCRIPTION) == null) {
      return new ImportPreview(shape, mapping, ImportPreview.Rows.UNREAD);
    }
    return ImportPreview.of(shape, mapping, read(file, mapping));
  }

  /**
   * The tickets of a file, with customers numbered from 1: for work that has a store of its own.
   *
   * @throws ImportException when the file cannot be read, is more than is read, has no such columns
   *     or no rows
   * @throws IllegalArgumentException when the mapping has no column for the description
   */
  public ImportedRows read(ImportFile file, ColumnMapping mapping) {
    return rows(file, mapping).numbered(CustomerNumbers.Known.none(1));
  }

  /** The rows before anybody knows who their customers are. */
  MappedRows rows(ImportFile file, ColumnMapping mapping) {
    return MappedRows.read(file, mapping, now);
  }
}
