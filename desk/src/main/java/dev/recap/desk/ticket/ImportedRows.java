package dev.recap.desk.ticket;

import dev.recap.desk.ticket.ImportException.Problem;
import java.util.List;

/**
 * What was read of a file.
 *
 * @param good the rows that are tickets, in the order of the file
 * @param bad the others, in the order of the file
 * @param complete whether the file was read to its end; if not, the last of the bad says why, and
 *     nobody knows what comes after it
 */
public record ImportedRows(List<ImportedRow> good, List<Problem> bad, boolean complete) {
  public ImportedRows {
    good = List.copyOf(good);
    bad = List.copyOf(bad);
  }
}
