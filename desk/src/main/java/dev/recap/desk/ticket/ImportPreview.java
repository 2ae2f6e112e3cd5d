package dev.recap.desk.ticket;

import dev.recap.desk.ticket.ImportException.Problem;
import java.util.List;

/**
 * What an import would come to.
 *
 * @param mapping as it was guessed or given
 */
public record ImportPreview(ImportShape shape, ColumnMapping mapping, Rows rows) {

  /**
   * How the rows fare.
   *
   * @param all how many there are
   * @param known how many the desk has already, by their id
   * @param bad which cannot be imported, in the order of the file
   * @param complete whether the file could be read to its end
   */
  public record Rows(int all, int known, List<Problem> bad, boolean complete) {
    /** Of a file that no column says the description of. */
    public static final Rows UNREAD = new Rows(0, 0, List.of(), false);

    public Rows {
      bad = List.copyOf(bad);
    }

    /** How many tickets would come in if the bad rows were left out. */
    public int good() {
      return Math.max(0, all - known - bad.size());
    }
  }

  static ImportPreview of(ImportShape shape, ColumnMapping mapping, ImportedRows read) {
    var rows = new Rows(read.good().size() + read.bad().size(), 0, read.bad(), read.complete());
    return new ImportPreview(shape, mapping, rows);
  }

  ImportPreview withKnown(int known) {
    return new ImportPreview(
        shape, mapping, new Rows(rows.all(), known, rows.bad(), rows.complete()));
  }

  /** Columns that are nothing of a ticket, and are ignored. */
  public List<String> ignored() {
    return shape.columns().stream()
        .filter(column -> !mapping.columns().containsValue(column))
        .toList();
  }
}
