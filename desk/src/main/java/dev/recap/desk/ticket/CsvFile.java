package dev.recap.desk.ticket;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Rows as separated values, quoted as RFC 4180 has it; blank lines are skipped. */
final class CsvFile {
  static final int MOST_COLUMNS = 1_000;

  /** Who takes the rows, the header being the first. */
  interface Taker {

    /**
     * Takes a row.
     *
     * @param line on which it begins, from 1
     * @return whether more are wanted
     */
    boolean take(int line, List<String> cells);

    /** What begins on this line cannot be told apart from what follows it. */
    void broken(int line, String reason);
  }

  private CsvFile() {}

  static void read(RowReader text, char separator, Taker rows) throws IOException {
    int line = 1;
    CSVFormat format = CSVFormat.RFC4180.builder().setDelimiter(separator).get();
    try (CSVParser parser = CSVParser.parse(text, format)) {
      Iterator<CSVRecord> records = parser.iterator();
      boolean more = true;
      while (more && records.hasNext()) {
        CSVRecord row = records.next();
        if (row.size() > 1 || !row.get(0).isBlank()) {
          more = rows.take(line, row.toList());
        }
        line = (int) parser.getCurrentLineNumber() + 1;
        text.rowBegins(line);
      }
    } catch (UncheckedIOException | IllegalStateException broken) {
      if (broken.getCause() instanceof CharacterCodingException wrong) {
        throw wrong;
      }
      rows.broken(line, "broken CSV: " + reason(broken));
    }
  }

  private static String reason(Exception broken) {
    Throwable cause = broken.getCause() == null ? broken : broken.getCause();
    return String.valueOf(cause.getMessage());
  }
}
