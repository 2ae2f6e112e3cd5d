package dev.recap.desk.ticket;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Rows as comma-separated values under a header, quoted as RFC 4180 has it. */
final class CsvFile {
  private static final CSVFormat FORMAT = CSVFormat.RFC4180.builder().get();
  private static final int MOST_COLUMNS = 1_000;
  private static final int LONGEST_NAME = 200;

  private final ImportRows rows;
  private List<String> header = List.of();
  private boolean headerFits = true;

  private CsvFile(ImportRows rows) {
    this.rows = rows;
  }

  static void read(ImportLines lines, ImportRows rows) throws IOException {
    new CsvFile(rows).read(new RowReader(lines));
  }

  private void read(RowReader text) throws IOException {
    int line = 1;
    try (CSVParser parser = CSVParser.parse(text, FORMAT)) {
      Iterator<CSVRecord> records = parser.iterator();
      while (headerFits && records.hasNext()) {
        take(records.next(), line);
        line = (int) parser.getCurrentLineNumber() + 1;
        text.rowBegins(line);
      }
    } catch (UncheckedIOException | IllegalStateException broken) {
      // What follows a broken quotation cannot be told apart from what is inside it.
      rows.refuse(line, "broken CSV: " + reason(broken));
    }
  }

  private static String reason(Exception broken) {
    Throwable cause = broken.getCause() == null ? broken : broken.getCause();
    return String.valueOf(cause.getMessage());
  }

  private void take(CSVRecord record, int line) {
    if (record.size() == 1 && record.get(0).isBlank()) {
      return;
    }
    if (header.isEmpty()) {
      header = header(record, line);
    } else if (record.size() != header.size()) {
      rows.refuse(
          line, "has %,d columns, but the header has %,d".formatted(record.size(), header.size()));
    } else {
      Map<String, String> fields = new LinkedHashMap<>();
      for (int i = 0; i < header.size(); i++) {
        if (ImportRow.NAMES.contains(header.get(i))) {
          fields.put(header.get(i), record.get(i));
        }
      }
      rows.add(new ImportRow(line, fields));
    }
  }

  private List<String> header(CSVRecord record, int line) {
    if (record.size() > MOST_COLUMNS) {
      refuseHeader(
          line,
          "the header has %,d columns, but at most %,d were expected"
              .formatted(record.size(), MOST_COLUMNS));
      return List.of();
    }
    List<String> names =
        record.stream().map(name -> name.strip().toLowerCase(Locale.ROOT)).toList();
    Set<String> once = new HashSet<>();
    Set<String> twice = new HashSet<>();
    for (String name : names) {
      if (name.length() > LONGEST_NAME) {
        refuseHeader(
            line,
            "the header has a name of %,d characters ('%s'), but at most %,d were expected"
                .formatted(name.length(), ImportRow.shown(name), LONGEST_NAME));
      } else if (!name.isEmpty() && !once.add(name) && twice.add(name)) {
        refuseHeader(line, "the header names '" + name + "' twice");
      }
    }
    if (!once.contains("description") && !once.contains("body")) {
      refuseHeader(
          line,
          "the header was %s, but a column 'description' or 'body' was expected"
              .formatted(ImportRow.shown(names.toString())));
    }
    return names;
  }

  private void refuseHeader(int line, String reason) {
    headerFits = false;
    rows.refuse(line, reason);
  }
}
